package care.trellis.billing;

import java.util.UUID;

/** Identifies one line of a remittance as it was posted. */
public record PostingId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static PostingId of(String text) {
        return new PostingId(UUID.fromString(text));
    }
}
