package care.trellis.bench;

import java.util.Locale;

/**
 * One operation measured.
 *
 * @param name as design and README call it
 * @param ratio what it costs, as a multiple of its floor; never more than {@code bar} where all is
 *     well
 * @param bar the most it may cost
 */
record Result(String name, double ratio, double bar) {

    /** Whether the bar is met. */
    boolean good() {
        return ratio <= bar;
    }

    /** The line of the contract: {@code checkin ratio=2.71 bar=3}. */
    String line() {
        return String.format(Locale.ROOT, "%s ratio=%.2f bar=%s", name, ratio, number(bar));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }
}
