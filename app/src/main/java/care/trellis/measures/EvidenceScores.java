package care.trellis.measures;

import care.trellis.engine.instruments.Change;
import care.trellis.measures.Evidence.Line;
import care.trellis.measures.Evidence.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The figures of the scores: how complete they are first, then what became of the clients. */
final class EvidenceScores {

    private static final double FOUR_PLACES = 10_000;

    private EvidenceScores() {}

    static List<Line> of(SortedMap<String, List<Trend>> byInstrument) {
        var lines = new ArrayList<Line>();
        byInstrument.entrySet().forEach(entry -> add(lines, entry));
        return lines;
    }

    private static void add(List<Line> lines, Map.Entry<String, List<Trend>> entry) {
        var name = entry.getKey();
        var all = entry.getValue();
        int due = all.stream().mapToInt(trend -> trend.received().expected()).sum();
        int came = all.stream().mapToInt(trend -> trend.received().received()).sum();
        lines.add(
                new Line(
                        name + ": scores received",
                        "Of the scores that were due in these stays by the program's cadence. One client owes many, so no interval is given.",
                        Kind.SHARE,
                        due,
                        due < ProgramOutcomes.SMALLEST ? null : rounded((double) came / due),
                        null,
                        null));
        var changes =
                all.stream().map(Trend::change).filter(change -> change.change() != null).toList();
        lines.add(mean(name, changes));
        lines.add(
                share(
                        name + ": reliably better",
                        "Of stays with a baseline within a week of admission and a later score: the change passes the published cut for reliable change.",
                        count(changes, true),
                        changes.size()));
        lines.add(
                share(
                        name + ": reliably worse",
                        "Of the same stays.",
                        count(changes, false),
                        changes.size()));
        // Everybody without two scores counted as not better: the rate cannot be lower than this.
        lines.add(
                share(
                        name + ": reliably better, at worst",
                        "Of all stays of the period in which it was due or given, as if nobody without two scores were better.",
                        count(changes, true),
                        all.size()));
    }

    private static Line mean(String name, List<Change> changes) {
        var values = new ArrayList<Double>();
        for (var one : changes) {
            var change = one.change();
            if (change != null) {
                values.add(change.doubleValue());
            }
        }
        var label = name + ": mean change";
        var definition = "The newest score of the period less the baseline.";
        if (values.size() < ProgramOutcomes.SMALLEST) {
            return new Line(label, definition, Kind.MEAN, values.size(), null, null, null);
        }
        var found = Figures.mean(values);
        return new Line(
                label,
                definition,
                Kind.MEAN,
                values.size(),
                rounded(found.value()),
                rounded(found.low()),
                rounded(found.high()));
    }

    static Line share(String name, String definition, int some, int all) {
        if (all < ProgramOutcomes.SMALLEST) {
            return new Line(name, definition, Kind.SHARE, all, null, null, null);
        }
        var found = Figures.share(some, all);
        return new Line(
                name,
                definition,
                Kind.SHARE,
                all,
                rounded(found.value()),
                rounded(found.low()),
                rounded(found.high()));
    }

    static double rounded(double value) {
        return Math.round(value * FOUR_PLACES) / FOUR_PLACES;
    }

    private static int count(List<Change> changes, boolean better) {
        return (int)
                changes.stream()
                        .filter(one ->
                                Boolean.TRUE.equals(
                                        better
                                                ? one.reliableImprovement()
                                                : one.reliableDeterioration()))
                        .count();
    }
}
