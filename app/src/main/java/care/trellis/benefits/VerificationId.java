package care.trellis.benefits;

import java.util.UUID;

/** Identifies one check of a coverage. */
public record VerificationId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static VerificationId of(String text) {
        return new VerificationId(UUID.fromString(text));
    }
}
