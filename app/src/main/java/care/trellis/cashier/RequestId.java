package care.trellis.cashier;

import java.util.UUID;

/** Identifies one wish to give money back or up. */
public record RequestId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }
}
