package care.trellis.measures.web;

import care.trellis.measures.Figures;
import care.trellis.measures.ProgramOutcomes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One instrument over many stays, finished text. */
public record ProgramView(String instrument, String direction, List<Row> rows) {

    /** One group; hidden ones say so and nothing else. */
    public record Row(
            String group,
            String stays,
            String received,
            String compared,
            String change,
            String better,
            String worse) {}

    /** Copies the list. */
    public ProgramView {
        rows = List.copyOf(rows);
    }

    static ProgramView of(ProgramOutcomes.Measured measured) {
        return new ProgramView(
                measured.instrument(),
                measured.higherIsBetter() ? "Higher is better." : "Lower is better.",
                measured.rows().stream().map(ProgramView::row).toList());
    }

    private static Row row(ProgramOutcomes.Row row) {
        var hidden = "Fewer than " + ProgramOutcomes.SMALLEST;
        return new Row(
                row.group(),
                row.hidden() ? hidden : Integer.toString(row.stays()),
                row.hidden() ? "" : row.received().percent() + " %",
                row.hidden() ? "" : "n = " + row.compared(),
                points(row.change()),
                share(row.better()),
                share(row.worse()));
    }

    private static String points(Figures.@Nullable Interval interval) {
        return interval == null
                ? ""
                : signed(interval.value())
                        + " ("
                        + signed(interval.low())
                        + " to "
                        + signed(interval.high())
                        + ")";
    }

    private static String share(Figures.@Nullable Interval interval) {
        return interval == null
                ? ""
                : "%d %% (%d to %d)"
                        .formatted(
                                Math.round(100 * interval.value()),
                                Math.round(100 * interval.low()),
                                Math.round(100 * interval.high()));
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value).replace('-', '−');
    }
}
