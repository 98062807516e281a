package care.trellis.clients;

import java.util.UUID;

/** Identifies one signed consent. */
public record ConsentId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }
}
