package care.trellis.sessions.web;

import java.util.List;

/**
 * What a planned session would meet at its time.
 *
 * @param known enough is typed to look
 * @param lines one sentence for each conflict
 * @param anyway the planner ticked that it is meant so
 * @param error asks for that tick; empty for nothing
 */
public record ConflictsView(boolean known, List<String> lines, boolean anyway, String error) {

    /** Before enough is typed to look. */
    static final ConflictsView UNKNOWN = new ConflictsView(false, List.of(), false, "");

    public ConflictsView {
        lines = List.copyOf(lines);
    }
}
