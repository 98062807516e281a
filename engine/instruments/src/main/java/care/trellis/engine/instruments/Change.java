package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What became of a client between two scores of one instrument. A class without a published cut is
 * null, and so is everything when one of the scores is not there.
 *
 * @param change current minus baseline
 * @param percentChange of the baseline, one decimal; null for a baseline of 0
 * @param response half of the baseline or less; null where higher is better, for which no cut is
 *     published
 * @param remission below the cut of remission
 * @param meaningfulImprovement better by the smallest change that matters to a client
 * @param reliableImprovement better beyond the error of measurement
 * @param reliableDeterioration worse beyond the error of measurement
 * @param casenessBaseline a case at baseline
 * @param casenessCurrent a case now
 * @param reliableRecovery a case at baseline, none now, and reliably better
 */
public record Change(
        @Nullable BigDecimal change,
        @Nullable BigDecimal percentChange,
        @Nullable Boolean response,
        @Nullable Boolean remission,
        @Nullable Boolean meaningfulImprovement,
        @Nullable Boolean reliableImprovement,
        @Nullable Boolean reliableDeterioration,
        @Nullable Boolean casenessBaseline,
        @Nullable Boolean casenessCurrent,
        @Nullable Boolean reliableRecovery) {

    private static final Change UNKNOWN =
            new Change(null, null, null, null, null, null, null, null, null, null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Compares two scores by these rules; null is a score that is not there. */
    public static Change between(
            @Nullable BigDecimal baseline, @Nullable BigDecimal current, ChangeRules rules) {
        if (baseline == null || current == null) {
            return UNKNOWN;
        }
        double before = baseline.doubleValue();
        double now = current.doubleValue();
        var change = current.subtract(baseline);
        double better = rules.higherIsBetter() ? now - before : before - now;
        var improved = atLeast(better, rules.reliable());
        var caseBefore = atLeast(before, rules.caseness());
        var caseNow = atLeast(now, rules.caseness());
        return new Change(
                change,
                percent(change, baseline),
                rules.higherIsBetter() ? null : (Boolean) (now <= before / 2),
                remission(now, better, rules),
                atLeast(better, rules.meaningful()),
                improved,
                atLeast(-better, rules.reliable()),
                caseBefore,
                caseNow,
                caseBefore == null || caseNow == null || improved == null
                        ? null
                        : (Boolean) (caseBefore && !caseNow && improved));
    }

    private static @Nullable BigDecimal percent(BigDecimal change, BigDecimal baseline) {
        return baseline.signum() == 0
                ? null
                : change.multiply(HUNDRED).divide(baseline, 1, RoundingMode.HALF_UP);
    }

    private static @Nullable Boolean remission(double now, double better, ChangeRules rules) {
        var below = rules.remissionBelow();
        return below == null ? null : (Boolean) (now < below && better >= rules.remissionDrop());
    }

    private static @Nullable Boolean atLeast(double value, @Nullable Double cut) {
        return cut == null ? null : (Boolean) (value >= cut);
    }
}
