package care.trellis.measures.web;

import care.trellis.measures.ChangeWords;
import care.trellis.measures.Recovery;
import care.trellis.measures.Trend;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * One scale with its chart, its figures and what they mean.
 *
 * @param signs what staff must see; empty where all goes well
 * @param question what might be asked next, in our own words; may be empty
 * @param received how much came in of what was due; empty where nothing is repeated
 */
public record TrendView(
        ScoreChart chart,
        String words,
        List<String> signs,
        String question,
        String received,
        List<Row> rows,
        String newest,
        Tone tone,
        String notice) {

    /**
     * One score in the table.
     *
     * @param flag what an item raised by itself; may be empty
     * @param path of the answers; empty where they are elsewhere
     */
    public record Row(String day, String total, String severity, String flag, String path) {}

    /** Copies the lists. */
    public TrendView {
        signs = List.copyOf(signs);
        rows = List.copyOf(rows);
    }

    static TrendView of(Trend trend) {
        return of(trend, List.of(), List.of());
    }

    /**
     * @param turns what may explain a turn of the scores, on its day
     */
    static TrendView of(
            Trend trend, List<Recovery.Expected> expected, List<ChartPart.Dated> turns) {
        var rows = new ArrayList<Row>();
        for (var point : trend.points().reversed()) {
            var measure = point.measure();
            var safety = point.safety();
            rows.add(
                    new Row(
                            Texts.day(point.on()),
                            ChangeWords.number(point.total()),
                            point.imported() ? "imported" : ChangeWords.plain(point.severity()),
                            safety == null ? "" : "Safety item, " + safety,
                            measure == null
                                    ? ""
                                    : "/clients/%s/measures/results/%s"
                                            .formatted(
                                                    trend.stay().client().value(),
                                                    measure.value())));
        }
        var latest = trend.latest();
        var received = trend.received();
        var notice = trend.instrument().about().notice();
        return new TrendView(
                ScoreChart.of(trend, expected, turns),
                ChangeWords.of(trend),
                signs(trend),
                ChangeWords.question(trend),
                trend.repeated() && received.expected() > 0
                        ? "%d %% of due scores received (%d of %d)"
                                .formatted(
                                        received.percent(),
                                        received.received(),
                                        received.expected())
                        : "",
                rows,
                latest == null
                        ? ""
                        : ChangeWords.number(latest.total())
                                + (latest.severity() == null
                                        ? ""
                                        : " " + ChangeWords.plain(latest.severity())),
                trend.offTrack() || (latest != null && latest.safety() != null)
                        ? Tone.BAD
                        : Boolean.TRUE.equals(trend.change().reliableImprovement())
                                ? Tone.GOOD
                                : Tone.INFO,
                notice == null ? "" : notice);
    }

    private static List<String> signs(Trend trend) {
        var signs = new ArrayList<String>();
        var latest = trend.latest();
        if (latest != null && latest.safety() != null) {
            signs.add("A safety item is positive in the newest answers");
        }
        trend.signs().stream().map(ChangeWords::sign).forEach(signs::add);
        return signs;
    }
}
