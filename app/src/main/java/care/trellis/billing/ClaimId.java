package care.trellis.billing;

import java.util.UUID;

/** Identifies one claim. */
public record ClaimId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ClaimId of(String text) {
        return new ClaimId(UUID.fromString(text));
    }
}
