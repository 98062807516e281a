package care.trellis.episodes;

import java.util.UUID;

/** Identifies one goal of a plan. */
public record GoalId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static GoalId of(String text) {
        return new GoalId(UUID.fromString(text));
    }
}
