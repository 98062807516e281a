package care.trellis.billing;

import java.util.UUID;

/** Identifies one file that left or came. */
public record FileId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }
}
