package care.trellis.drugtests;

import java.util.UUID;

/** Identifies one random draw. */
public record DrawId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static DrawId of(String text) {
        return new DrawId(UUID.fromString(text));
    }
}
