package care.trellis.notes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page sends of one client's line.
 *
 * @param text the clinician's own words
 * @param observed the sentence of the chips as the page shows it now, perhaps edited
 * @param observedShown the sentence as the page showed it at first: equal where nobody touched it
 * @param participation 1 to 4, or null
 * @param goal one of the client's open objectives, or null
 * @param noGoalReason why none applies; empty with a goal
 * @param sameTextReason why the same words as elsewhere are right; empty for none
 */
public record LineText(
        String text,
        String observed,
        String observedShown,
        @Nullable Integer participation,
        @Nullable UUID goal,
        String noGoalReason,
        String sameTextReason) {

    /** The longest text of a line or a shared part, in characters. */
    public static final int LONGEST = 8_000;

    /** A line without chips. */
    public static LineText of(
            String text,
            @Nullable Integer participation,
            @Nullable UUID goal,
            String noGoalReason) {
        return new LineText(text, "", "", participation, goal, noGoalReason, "");
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "LineText[" + text.length() + " characters]";
    }
}
