package care.trellis.clients;

import java.util.UUID;

/** Identifies one client. A type of its own, so a session's id can never be passed in its place. */
public record ClientId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ClientId of(String text) {
        return new ClientId(UUID.fromString(text));
    }
}
