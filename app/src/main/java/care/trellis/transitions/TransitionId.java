package care.trellis.transitions;

import java.util.UUID;

/** Identifies one change of the level of care. */
public record TransitionId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static TransitionId of(String text) {
        return new TransitionId(UUID.fromString(text));
    }
}
