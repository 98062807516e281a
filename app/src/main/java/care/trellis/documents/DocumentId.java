package care.trellis.documents;

import java.util.UUID;

/** Identifies one document. */
public record DocumentId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }
}
