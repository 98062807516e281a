package care.trellis.measures;

import care.trellis.base.Permit;
import care.trellis.engine.instruments.About.Moment;
import care.trellis.engine.instruments.Instrument;
import care.trellis.measures.Trends.Charted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Scores as they stood on a day that is over. */
@Component
class PastTrends {

    private final Trends trends;
    private final Cadences cadences;
    private final Library library;

    PastTrends(Trends trends, Cadences cadences, Library library) {
        this.trends = trends;
        this.cadences = cadences;
        this.library = library;
    }

    /**
     * The stays that began in these days, as they stood on the last of them: what came in later is
     * left out, so that the same question finds the same answer.
     */
    List<Charted> of(Permit permit, LocalDate from, LocalDate until) {
        return trends.allSince(permit, from).stream()
                .filter(one ->
                        !one.stay().admittedOn().isBefore(from)
                                && !one.stay().admittedOn().isAfter(until))
                .map(one -> asOf(one, until))
                .toList();
    }

    /** What was due and never given stands in it too, without a point. */
    private Charted asOf(Charted charted, LocalDate until) {
        var stay = charted.stay();
        var plan = cadences.plans().of(stay);
        var trends = new ArrayList<Trend>();
        for (var trend : charted.trends()) {
            var points = trend.points().stream().filter(one -> !one.on().isAfter(until)).toList();
            if (!points.isEmpty()) {
                trends.add(asOf(stay, trend.instrument(), trend.scale(), points, plan, until));
            }
        }
        for (var id : plan.keySet()) {
            var instrument = library.rules(id);
            if (instrument != null
                    && trends.stream().noneMatch(one -> one.instrument().id().equals(id))) {
                trends.add(asOf(stay, instrument, "", List.of(), plan, until));
            }
        }
        return new Charted(stay, trends);
    }

    private static Trend asOf(
            Stay stay,
            Instrument instrument,
            String scale,
            List<Trend.Point> points,
            Map<String, Set<Moment>> plan,
            LocalDate until) {
        var cadence = new Cadence(plan.getOrDefault(instrument.id(), Set.of()));
        return new Trend(
                stay,
                instrument,
                scale,
                points,
                0,
                cadence.received(stay, points.stream().map(Trend.Point::on).toList(), until),
                cadence.period().orElse(0),
                until);
    }
}
