package care.trellis.measures.web;

import care.trellis.measures.Trend;
import care.trellis.measures.Trends.Charted;
import java.util.Comparator;
import java.util.List;

/**
 * One client among many: the scale that says most, and what staff must see.
 *
 * @param trend the worst of the client's totals; absent as an empty list
 */
public record MultipleView(
        String name, String path, boolean off, List<TrendView> trend, String others) {

    /** Copies the list. */
    public MultipleView {
        trend = List.copyOf(trend);
    }

    static MultipleView of(Charted charted) {
        var totals =
                charted.trends().stream()
                        .filter(one ->
                                one.rules().reliable() != null
                                        || one.rules().moderateFrom() != null)
                        .sorted(
                                Comparator.comparing(Trend::offTrack)
                                        .reversed()
                                        .thenComparing(
                                                one -> one.instrument().id(),
                                                Comparator.reverseOrder()))
                        .toList();
        var shown = totals.stream().limit(1).map(TrendView::of).toList();
        return new MultipleView(
                charted.stay().name(),
                "/clients/" + charted.stay().client().value() + "/measures",
                charted.offTrack(),
                shown,
                totals.stream()
                        .skip(1)
                        .map(one ->
                                TrendView.of(one).chart().title()
                                        + " "
                                        + TrendView.of(one).newest())
                        .reduce((one, other) -> one + " · " + other)
                        .orElse(""));
    }
}
