package care.trellis.benefits;

import java.util.UUID;

/** Identifies one question to a payer; it is the trace number that comes back. */
public record InquiryId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static InquiryId of(String text) {
        return new InquiryId(UUID.fromString(text));
    }
}
