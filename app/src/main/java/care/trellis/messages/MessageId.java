package care.trellis.messages;

import java.util.UUID;

/** Identifies one message, here and at the carrier: sent twice it still bears the same id. */
public record MessageId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }
}
