package care.trellis.setup.web;

import care.trellis.setup.Comparison;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings as a file.
 *
 * @param compared whether a file was compared
 * @param summary what taking it would do, in a sentence
 * @param refusals why it is not taken, each with its line
 * @param done that it was taken; empty before
 */
public record FilesView(
        Form form,
        boolean compared,
        String summary,
        List<Row> rows,
        List<Refused> refusals,
        String done) {

    /** One entry that differs. */
    public record Row(String word, Tone tone, String label, List<String> details) {

        /** Copies the details. */
        public Row {
            details = List.copyOf(details);
        }
    }

    /** One line that is refused. */
    public record Refused(String line, String fix) {}

    /** Copies the lists. */
    public FilesView {
        rows = List.copyOf(rows);
        refusals = List.copyOf(refusals);
    }

    static FilesView of(Form form, @Nullable Comparison found, String done) {
        if (found == null) {
            return new FilesView(form, false, "", List.of(), List.of(), done);
        }
        return new FilesView(
                form,
                true,
                "%d to add, %d to change, %d the same, %d only here and untouched"
                        .formatted(
                                count(found, Comparison.Kind.ADDED),
                                count(found, Comparison.Kind.CHANGED),
                                found.same(),
                                count(found, Comparison.Kind.ONLY_HERE)),
                found.differences().stream().map(FilesView::row).toList(),
                found.refusals().stream()
                        .map(one ->
                                new Refused(
                                        one.line() == 0 ? "The file" : "Line " + one.line(),
                                        one.fix()))
                        .toList(),
                done);
    }

    private static long count(Comparison found, Comparison.Kind kind) {
        return found.differences().stream().filter(one -> one.kind() == kind).count();
    }

    private static Row row(Comparison.Difference one) {
        return switch (one.kind()) {
            case ADDED -> new Row("Added", Tone.GOOD, one.label(), one.details());
            case CHANGED -> new Row("Changed", Tone.WATCH, one.label(), one.details());
            case ONLY_HERE -> new Row("Only here", Tone.NEUTRAL, one.label(), one.details());
        };
    }
}
