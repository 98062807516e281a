package care.trellis.sessions.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * Closed days and the form that closes one.
 *
 * @param notice what taking one back could not do; empty for nothing
 * @param blocked the sessions concerned
 */
public record ClosuresView(
        List<Line> lines,
        Form form,
        List<Choice> sites,
        List<Choice> effects,
        List<Suggestion> holidays,
        String notice,
        List<String> blocked,
        boolean mayEdit) {

    /** One closure; an empty path for a reader who may not take it back. */
    public record Line(String reason, String site, String days, String effect, String liftPath) {}

    /** A holiday that nobody closed for yet. */
    public record Suggestion(String name, String day, String date) {}

    /** Copies the lists. */
    public ClosuresView {
        lines = List.copyOf(lines);
        sites = List.copyOf(sites);
        effects = List.copyOf(effects);
        holidays = List.copyOf(holidays);
        blocked = List.copyOf(blocked);
    }
}
