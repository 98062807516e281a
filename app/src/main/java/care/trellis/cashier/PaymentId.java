package care.trellis.cashier;

import java.util.UUID;

/** Identifies one payment of a client. */
public record PaymentId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }
}
