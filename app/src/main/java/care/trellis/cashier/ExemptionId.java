package care.trellis.cashier;

import java.util.UUID;

/** Identifies one exemption from cost sharing. */
public record ExemptionId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ExemptionId of(String text) {
        return new ExemptionId(UUID.fromString(text));
    }
}
