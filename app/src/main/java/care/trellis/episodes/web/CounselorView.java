package care.trellis.episodes.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * Who answers for a client, and who did before.
 *
 * @param client name of the client
 * @param chartPath of the client's chart
 * @param lines the newest first
 * @param mayName whether this reader names another one
 */
public record CounselorView(
        String client,
        String chartPath,
        List<Line> lines,
        List<Choice> staff,
        Form form,
        boolean mayName) {

    /** One counselor: who, from when to when, and who wrote it down. */
    public record Line(String name, String span, String recordedBy, boolean now) {}

    /** Copies the lists. */
    public CounselorView {
        lines = List.copyOf(lines);
        staff = List.copyOf(staff);
    }
}
