package care.trellis.measures;

import static care.trellis.base.Action.ALERT_ACT;

import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Silence raises an alert: somebody comes, and no progress score came in for ten days, or for
 * longer where the program's own cadence asks more rarely. Its owner is who leads the client's
 * group.
 */
@Service
public class SilenceWatch {

    /** The cause as alerts name it. */
    static final String CAUSE = "NO_DATA";

    private static final int DAYS = 10;

    private final Trends trends;
    private final StayRecords stays;
    private final Cadences cadences;
    private final AlertRaiser alerts;
    private final Audit audit;
    private final Clock clock;
    private final HomeTime home;

    SilenceWatch(
            Trends trends,
            StayRecords stays,
            Cadences cadences,
            AlertRaiser alerts,
            Audit audit,
            Clock clock,
            HomeTime home) {
        this.trends = trends;
        this.stays = stays;
        this.cadences = cadences;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /** Raises what silence asks for, in one organization; while one is open, it stands. */
    @Transactional
    public int look(Permit permit) {
        permit.require(ALERT_ACT);
        var today = home.today();
        var open =
                trends.allSince(permit, today).stream().filter(one -> one.stay().isOpen()).toList();
        var attending =
                stays.attending(
                        open.stream().map(one -> one.stay().client()).toList(),
                        today.minusDays(DAYS));
        var plans = cadences.plans();
        int raised = 0;
        for (var one : open) {
            if (attending.contains(one.stay().client().value()) && isSilent(one, plans)) {
                raised += raise(one, plans) ? 1 : 0;
            }
        }
        if (raised > 0) {
            audit.recordMany(permit, "measures.alert", null, raised);
        }
        return raised;
    }

    private boolean raise(Trends.Charted one, Cadences.Plans plans) {
        return alerts.raise(
                one.stay().client(), shortest(one, plans).getKey(), AlertClass.A3, CAUSE);
    }

    private boolean isSilent(Trends.Charted one, Cadences.Plans plans) {
        var asked = repeated(one.stay(), plans);
        if (asked.isEmpty()) {
            return false;
        }
        int days = Math.max(DAYS, shortest(one, plans).getValue());
        var today = LocalDate.ofInstant(clock.instant(), one.stay().zone());
        var last =
                one.trends().stream()
                        .filter(trend -> asked.containsKey(trend.instrument().id()))
                        .map(Trend::latest)
                        .filter(java.util.Objects::nonNull)
                        .map(Trend.Point::on)
                        .max(Comparator.naturalOrder())
                        .filter(on -> !on.isBefore(one.stay().admittedOn()))
                        .orElse(one.stay().admittedOn());
        return ChronoUnit.DAYS.between(last, today) > days;
    }

    private static Map.Entry<String, Integer> shortest(Trends.Charted one, Cadences.Plans plans) {
        return repeated(one.stay(), plans).entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .orElseThrow();
    }

    /** What is asked again and again, and after how many days; our own checks are no progress. */
    private static Map<String, Integer> repeated(Stay stay, Cadences.Plans plans) {
        var repeated = new java.util.TreeMap<String, Integer>();
        plans.of(stay)
                .forEach((instrument, moments) -> {
                    if (!List.of("SESSION-CHECK", "SATISFACTION", CheckIns.INSTRUMENT)
                            .contains(instrument)) {
                        new Cadence(moments)
                                .period()
                                .ifPresent(days -> repeated.put(instrument, days));
                    }
                });
        return repeated;
    }
}
