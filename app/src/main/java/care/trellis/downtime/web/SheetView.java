package care.trellis.downtime.web;

import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;
import java.util.UUID;

/**
 * One sheet while it is entered.
 *
 * @param said what came of the last line; empty before the first
 * @param differs a line of paper that contradicts what stands; null where none does
 * @param entered how many lines are on record, and of how many
 */
public record SheetView(
        String title,
        String when,
        String path,
        Form form,
        String said,
        Tone tone,
        @org.jspecify.annotations.Nullable Differs differs,
        String entered,
        String all,
        List<Row> rows) {

    /** Keeps its own copy of the list. */
    public SheetView {
        rows = List.copyOf(rows);
    }

    /** What stands beside what the paper says. */
    public record Differs(
            String name,
            String client,
            String stands,
            String paper,
            String arrived,
            String left,
            UUID key) {}

    /** One line as it stands. */
    public record Row(String code, String name, String in, String out, String state, Tone tone) {}
}
