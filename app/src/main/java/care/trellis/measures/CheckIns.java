package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_GIVE;

import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the daily check-in: mood and craving in two taps, kept as a measure with its
 * own trend. Whoever says "I am not OK" raises an alert in the same transaction, with or without
 * the rest. A tablet at the door and a member of staff come through here alike.
 */
@Service
public class CheckIns {

    /** The instrument that it is kept as. */
    public static final String INSTRUMENT = "DAILY-CHECK";

    /** Two in a row that are hard: a rule of this program, for a talk the same day. */
    static final String HARD = "CHECK_IN_HARD";

    private static final int HIGHEST = 10;
    private static final BigDecimal LOW_MOOD = BigDecimal.TWO;
    private static final BigDecimal STRONG_CRAVING = new BigDecimal("8");

    private final Giving giving;
    private final Answering answering;
    private final ResultRecords results;
    private final AlertRaiser alerts;

    CheckIns(Giving giving, Answering answering, ResultRecords results, AlertRaiser alerts) {
        this.giving = giving;
        this.answering = answering;
        this.results = results;
        this.alerts = alerts;
    }

    /**
     * Keeps a check-in. The same key twice keeps one.
     *
     * @param key made with the page; becomes the sitting's id
     * @param mood 0 very low to 10 very good; may be left out by who is not OK
     * @param craving 0 none to 10; likewise
     * @param ok false where the client said: I am not OK
     */
    @Transactional
    public Change<Outcome> record(
            Permit permit,
            UUID key,
            ClientId client,
            @Nullable Integer mood,
            @Nullable Integer craving,
            boolean ok) {
        permit.require(MEASURE_GIVE, Giving.resource(client));
        var problems =
                new Problems()
                        .require(fits(mood, !ok), "mood", "RANGE", "Tap a number for your mood.")
                        .require(
                                fits(craving, !ok),
                                "craving",
                                "RANGE",
                                "Tap a number for your craving.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (giving.give(
                        permit,
                        key,
                        client,
                        List.of(INSTRUMENT),
                        Mode.CLINICIAN,
                        Language.ENGLISH,
                        null)
                instanceof Change.Refused<Given>(var found)) {
            return new Change.Refused<>(found);
        }
        var measure = giving.one(permit, client, new SittingId(key)).measures().getFirst();
        if (measure.open()) {
            answering.answer(permit, measure.id(), "3", ok ? 1 : 0, Language.ENGLISH);
            answering.answer(permit, measure.id(), "1", mood, Language.ENGLISH);
            answering.answer(permit, measure.id(), "2", craving, Language.ENGLISH);
        }
        var outcome = answering.submit(permit, measure.id(), "");
        if (hardTwice(client, outcome)) {
            alerts.raise(measure, AlertClass.A2, HARD);
        }
        return new Change.Done<>(outcome);
    }

    private boolean hardTwice(ClientId client, Outcome now) {
        var all =
                results.since(List.of(client), now.takenOn().minusDays(HIGHEST)).stream()
                        .filter(one -> one.instrument().equals(INSTRUMENT))
                        .toList();
        if (all.size() < 2) {
            return false;
        }
        var before = all.get(all.size() - 2);
        return (low(now) && low(before)) || (strong(now) && strong(before));
    }

    private static boolean low(Outcome one) {
        var score = score(one, "mood");
        return score != null && score.compareTo(LOW_MOOD) <= 0;
    }

    private static boolean strong(Outcome one) {
        var score = score(one, "craving");
        return score != null && score.compareTo(STRONG_CRAVING) >= 0;
    }

    private static @Nullable BigDecimal score(Outcome outcome, String scale) {
        var part = outcome.result().subscales().get(scale);
        return part == null ? null : part.score();
    }

    private static boolean fits(@Nullable Integer value, boolean mayBeMissing) {
        return value == null ? mayBeMissing : value >= 0 && value <= HIGHEST;
    }
}
