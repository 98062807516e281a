package care.trellis.papers;

import java.util.UUID;

/** Identifies one paper. */
public record PaperId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static PaperId of(String text) {
        return new PaperId(UUID.fromString(text));
    }
}
