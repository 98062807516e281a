package care.trellis.sessions.web;

import java.util.List;

/**
 * What a planned session would meet at its time.
 *
 * @param known enough is typed to look
 * @param lines one sentence for each conflict
 * @param free what could be taken instead; empty for nothing
 * @param mayPass whether the planner may go on all the same
 * @param anyway the planner ticked that it is meant so
 * @param error asks for that tick; empty for nothing
 */
public record ConflictsView(
        boolean known,
        List<String> lines,
        String free,
        boolean mayPass,
        boolean anyway,
        String error) {

    /** Before enough is typed to look. */
    static final ConflictsView UNKNOWN = new ConflictsView(false, List.of(), "", true, false, "");

    public ConflictsView {
        lines = List.copyOf(lines);
    }
}
