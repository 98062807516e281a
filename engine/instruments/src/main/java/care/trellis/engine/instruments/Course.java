package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's scores on one instrument during a stay, and whether they go as they should. These are
 * rules of the product, with the published cuts of the instrument in them; no licensed curve is
 * used.
 *
 * @param scores valid scores only, in any order
 * @param today days since admission
 * @param attendedDays program days used so far
 * @param plannedDays program days of the plan; null where it says none
 */
public record Course(
        List<Measured> scores, int today, int attendedDays, @Nullable Integer plannedDays) {

    /** A baseline is taken at the latest on this day after admission. */
    public static final int BASELINE_UNTIL = 7;

    /** So many days without a score and the course is blind. */
    public static final int SILENT_DAYS = 10;

    /**
     * One score.
     *
     * @param day days since admission; negative before it
     */
    public record Measured(int day, BigDecimal score) {}

    /** What staff must see in a course. */
    public enum Sign {

        /**
         * Worse beyond the error of measurement than at baseline, or than the best score so far.
         */
        RELIABLE_DETERIORATION,

        /** Moderate or worse at baseline and too little better for the time that has passed. */
        NOT_ON_TRACK,

        /** No score for ten days. */
        NO_DATA
    }

    /** Puts the scores in the order of their days. */
    public Course {
        var sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.comparingInt(Measured::day));
        scores = List.copyOf(sorted);
    }

    /** The first score, where it was taken within a week of admission. */
    public @Nullable Measured baseline() {
        return scores.isEmpty() || scores.getFirst().day() > BASELINE_UNTIL
                ? null
                : scores.getFirst();
    }

    /** The newest score. */
    public @Nullable Measured latest() {
        return scores.isEmpty() ? null : scores.getLast();
    }

    /** What became of the client since baseline. */
    public Change change(ChangeRules rules) {
        var baseline = baseline();
        var latest = latest();
        return baseline == null || latest == null || baseline == latest
                ? Change.between(null, null, rules)
                : Change.between(baseline.score(), latest.score(), rules);
    }

    /** What staff must see now. */
    public Set<Sign> signs(ChangeRules rules) {
        var signs = EnumSet.noneOf(Sign.class);
        var latest = latest();
        if (today - (latest == null ? 0 : latest.day()) >= SILENT_DAYS) {
            signs.add(Sign.NO_DATA);
        }
        var baseline = baseline();
        if (baseline == null || latest == null || baseline == latest) {
            return signs;
        }
        if (worse(baseline, latest, rules) || worse(best(rules), latest, rules)) {
            signs.add(Sign.RELIABLE_DETERIORATION);
        }
        if (rules.moderateFrom() != null
                && baseline.score().doubleValue() >= rules.moderateFrom()
                && tooLittle(baseline, latest, rules)) {
            signs.add(Sign.NOT_ON_TRACK);
        }
        return signs;
    }

    private boolean tooLittle(Measured baseline, Measured latest, ChangeRules rules) {
        double improved = better(baseline, latest, rules) / baseline.score().doubleValue();
        boolean halfUsed = plannedDays != null && 2 * attendedDays >= plannedDays;
        return (latest.day() >= 14 && improved < 0.10)
                || (latest.day() >= 28 && improved < 0.20)
                || (halfUsed
                        && rules.reliable() != null
                        && better(baseline, latest, rules) < rules.reliable());
    }

    private Measured best(ChangeRules rules) {
        var order = Comparator.comparing(Measured::score);
        var candidates = scores.stream();
        return (rules.higherIsBetter() ? candidates.max(order) : candidates.min(order))
                .orElseThrow();
    }

    private static boolean worse(Measured before, Measured now, ChangeRules rules) {
        return rules.reliable() != null && -better(before, now, rules) >= rules.reliable();
    }

    private static double better(Measured before, Measured now, ChangeRules rules) {
        double drop = before.score().subtract(now.score()).doubleValue();
        return rules.higherIsBetter() ? -drop : drop;
    }
}
