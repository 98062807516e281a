package care.trellis.engine.instruments;

import org.jspecify.annotations.Nullable;

/**
 * The published cuts for two scores of one instrument. What is null has none, and is not judged.
 *
 * @param higherIsBetter whether the direction is inverted, as in well-being
 * @param meaningful points of improvement that matter to a client (MCID)
 * @param reliable points beyond the error of measurement (RCI)
 * @param caseness a score from here on is a case
 * @param remissionBelow in remission below this score
 * @param remissionDrop and only after a drop of at least so many points; negative infinity where no
 *     drop is asked for
 * @param moderateFrom a score from here on is moderate or worse
 */
public record ChangeRules(
        boolean higherIsBetter,
        @Nullable Double meaningful,
        @Nullable Double reliable,
        @Nullable Double caseness,
        @Nullable Double remissionBelow,
        double remissionDrop,
        @Nullable Double moderateFrom) {

    /** Where no cut is published: only the direction is known. */
    static ChangeRules of(boolean higherIsBetter) {
        return new ChangeRules(
                higherIsBetter, null, null, null, null, Double.NEGATIVE_INFINITY, null);
    }

    /**
     * The reliable change index of Jacobson and Truax, 1.96·√2·SD·√(1−r): for a site that knows its
     * own spread where no cut is published.
     *
     * @param deviation standard deviation of the scores, above 0
     * @param reliability of the instrument, from 0 up to but not 1
     * @throws IllegalArgumentException outside these bounds
     */
    public static double reliableChange(double deviation, double reliability) {
        if (!(deviation > 0) || !(reliability >= 0 && reliability < 1)) {
            throw new IllegalArgumentException(
                    "SD " + deviation + " and reliability " + reliability + " give no index");
        }
        return 1.96 * Math.sqrt(2) * deviation * Math.sqrt(1 - reliability);
    }

    /** The same with another cut of reliable change: a setting of the site. */
    public ChangeRules withReliable(double points) {
        return new ChangeRules(
                higherIsBetter,
                meaningful,
                points,
                caseness,
                remissionBelow,
                remissionDrop,
                moderateFrom);
    }
}
