package care.trellis.sessions.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/** Who is away, and the form for one more. */
public record LeavesView(List<Line> lines, Form form, List<Choice> staff, boolean mayEdit) {

    /** One leave. */
    public record Line(String path, String name, String days, int uncovered, int covered) {}

    /** Copies the lists. */
    public LeavesView {
        lines = List.copyOf(lines);
        staff = List.copyOf(staff);
    }
}
