package care.trellis.measures;

import java.util.List;

/**
 * Means and shares with their 95 % confidence intervals. The mean's is Student's; the share's is
 * Wilson's, which holds for few and for shares near 0 and 1.
 */
public final class Figures {

    private static final double Z = 1.959964;

    /** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    private Figures() {}

    /** A value with its interval, lowest and highest included. */
    public record Interval(double value, double low, double high) {}

    /**
     * The mean of these.
     *
     * @throws IllegalArgumentException for fewer than two
     */
    public static Interval mean(List<Double> values) {
        int n = values.size();
        if (n < 2) {
            throw new IllegalArgumentException("a mean of " + n + " has no interval");
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        double half = quantile(n - 1) * error;
        return new Interval(mean, mean - half, mean + half);
    }

    /**
     * So many of so many.
     *
     * @throws IllegalArgumentException for none
     */
    public static Interval share(int some, int all) {
        if (all < 1) {
            throw new IllegalArgumentException("a share of none");
        }
        double p = (double) some / all;
        double z2 = Z * Z;
        double middle = (p + z2 / (2 * all)) / (1 + z2 / all);
        double half = Z * Math.sqrt(p * (1 - p) / all + z2 / (4.0 * all * all)) / (1 + z2 / all);
        return new Interval(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static double quantile(int freedom) {
        return freedom <= T.length ? T[freedom - 1] : Z + 2.5 / freedom;
    }
}
