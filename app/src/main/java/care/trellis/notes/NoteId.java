package care.trellis.notes;

import java.util.UUID;

/** Identifies one signed note. */
public record NoteId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static NoteId of(String text) {
        return new NoteId(UUID.fromString(text));
    }
}
