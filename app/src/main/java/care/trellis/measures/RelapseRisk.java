package care.trellis.measures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of this program, published by nobody: between two answered BAM-IOP forms craving rose by
 * two steps, confidence fell by two, or the protective scale fell by a fifth. A rise of days with
 * risky people or places is left out: the form's codes are ranges of days that were not read in a
 * source, so three days cannot be told from them.
 */
final class RelapseRisk {

    /** The sign as alerts name it. */
    static final String SIGN = "RELAPSE_RISK";

    private static final String INSTRUMENT = "BAM-IOP";
    private static final String CRAVING = "8";
    private static final String CONFIDENCE = "9";
    private static final String PROTECTIVE = "protective";
    private static final int STEPS = 2;
    private static final BigDecimal KEPT = new BigDecimal("0.8");

    private RelapseRisk() {}

    /**
     * Whether the newest of these shows it against the one before.
     *
     * @param outcomes of one client and instrument, the oldest first
     */
    static boolean of(String instrument, List<Outcome> outcomes) {
        if (!instrument.equals(INSTRUMENT) || outcomes.size() < 2) {
            return false;
        }
        var now = outcomes.getLast();
        var before = outcomes.get(outcomes.size() - 2);
        return rose(now.answers().get(CRAVING), before.answers().get(CRAVING))
                || rose(before.answers().get(CONFIDENCE), now.answers().get(CONFIDENCE))
                || fell(score(before), score(now));
    }

    private static boolean rose(@Nullable Integer high, @Nullable Integer low) {
        return high != null && low != null && high - low >= STEPS;
    }

    private static boolean fell(@Nullable BigDecimal before, @Nullable BigDecimal now) {
        return before != null
                && now != null
                && before.signum() > 0
                && now.compareTo(before.multiply(KEPT)) <= 0;
    }

    private static @Nullable BigDecimal score(Outcome outcome) {
        var part = outcome.result().subscales().get(PROTECTIVE);
        return part == null ? null : part.score();
    }
}
