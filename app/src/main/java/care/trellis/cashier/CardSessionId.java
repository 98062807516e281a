package care.trellis.cashier;

import java.util.UUID;

/** Identifies one payment by card that was begun; a payment that comes of it bears the same id. */
public record CardSessionId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static CardSessionId of(String text) {
        return new CardSessionId(UUID.fromString(text));
    }
}
