package care.trellis.clients;

import java.util.UUID;

/**
 * Somebody to call for a client.
 *
 * @param relationship in the client's words: mother, probation officer
 * @param phone empty where none is known
 * @param emergency whether to call in an emergency
 */
public record Contact(UUID id, String name, String relationship, String phone, boolean emergency) {

    /** Strips what was typed and refuses a contact without a name. */
    public Contact {
        name = Person.text(name, "name");
        relationship = Person.text(relationship, "relationship");
        phone = Person.text(phone, "phone");
        if (name.isEmpty() || relationship.isEmpty()) {
            throw new IllegalArgumentException("A contact has a name and a relationship");
        }
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
