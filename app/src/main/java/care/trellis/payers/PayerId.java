package care.trellis.payers;

import java.util.UUID;

/** Identifies one payer. */
public record PayerId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static PayerId of(String text) {
        return new PayerId(UUID.fromString(text));
    }
}
