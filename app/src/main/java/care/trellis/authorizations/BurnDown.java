package care.trellis.authorizations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When an authorization is used up. Every booked day is kept or missed; a kept day draws its units.
 *
 * <p>The chance that a client keeps a day is not known, only that they kept {@code a} of {@code n}.
 * It is given a Beta(w r + a, w (1 - r) + n - a) distribution, where {@code r} is the rate of the
 * program and {@code w} says how many days that prior belief weighs; the number of kept days among
 * the next ones is then beta-binomial (Gelman et al., Bayesian Data Analysis, 3rd edition, section
 * 2.4; Skellam, J. R. Stat. Soc. B 10, 1948). It is computed exactly, day by day, by the Pólya urn
 * that generates it: after {@code k} kept of {@code i} days the next is kept with probability (w r
 * + a + k) / (w + n + i). So days need not draw the same, and a client of two days is forecast much
 * as the program is, one of forty as themselves.
 *
 * <p>Records in, records out: no clock, no database.
 */
public final class BurnDown {

    /** The day named is one by which the units are more likely gone than not. */
    private static final double LIKELY = 0.5;

    /** One chance in ten is enough to ask in time. */
    private static final double EARLY = 0.1;

    private static final int HUNDREDTHS = 100;

    private BurnDown() {}

    /**
     * One booked day.
     *
     * @param units what it draws when it is kept, 0 or more
     */
    public record Booked(LocalDate day, BigDecimal units) {}

    /**
     * What the client did so far.
     *
     * @param booked days they were expected
     * @param kept how many of these they came, at most {@code booked}
     */
    public record History(int booked, int kept) {

        /** Nothing is known. */
        public static final History NONE = new History(0, 0);

        /**
         * Checks the two numbers.
         *
         * @throws IllegalArgumentException when more were kept than booked, or one is negative
         */
        public History {
            if (kept < 0 || booked < kept) {
                throw new IllegalArgumentException(kept + " of " + booked);
            }
        }
    }

    /**
     * What is believed of a client before they came.
     *
     * @param rate share of booked days that the program's clients keep, above 0 and below 1
     * @param weight how many days of the client's own it takes to weigh as much
     */
    public record Prior(double rate, double weight) {

        /**
         * Four days of five, weighing ten days: our own assumption, soon outweighed by the client's
         * own days.
         */
        public static final Prior DEFAULT = new Prior(0.8, 10);
    }

    /**
     * What is to be expected.
     *
     * @param gone whether nothing is left already
     * @param likely the first booked day by whose end the last unit is more likely used than not;
     *     null when the booked days do not get there
     * @param probability that it is used by the end of that day, or by the last booked day when no
     *     day is likely; from 0 to 1
     * @param early the first booked day by whose end it is used with a chance of one in ten
     */
    public record Forecast(
            boolean gone,
            @Nullable LocalDate likely,
            double probability,
            @Nullable LocalDate early) {}

    /**
     * Forecasts the day on which the last unit is used.
     *
     * @param left units left, below 0 when more was drawn than granted
     * @param ahead booked days to come, in any order
     */
    public static Forecast forecast(
            BigDecimal left, List<Booked> ahead, History history, Prior prior) {
        int need = hundredths(left);
        var days = new ArrayList<>(ahead);
        days.sort(Comparator.comparing(Booked::day));
        if (need <= 0) {
            var first = days.isEmpty() ? null : days.getFirst().day();
            return new Forecast(true, first, 1, first);
        }
        double kept = prior.rate() * prior.weight() + history.kept();
        double all = prior.weight() + history.booked();
        Map<Path, Double> open = Map.of(new Path(0, 0), 1.0);
        double gone = 0;
        LocalDate early = null;
        for (int index = 0; index < days.size(); index++) {
            int draws = hundredths(days.get(index).units());
            var next = new HashMap<Path, Double>();
            for (var path : open.entrySet()) {
                double chance = (kept + path.getKey().kept()) / (all + index);
                double comes = path.getValue() * chance;
                next.merge(path.getKey(), path.getValue() - comes, Double::sum);
                var drawn = path.getKey().and(draws);
                if (drawn.used() >= need) {
                    gone += comes;
                } else {
                    next.merge(drawn, comes, Double::sum);
                }
            }
            open = next;
            var day = days.get(index).day();
            if (early == null && gone >= EARLY) {
                early = day;
            }
            if (gone >= LIKELY) {
                return new Forecast(false, day, Math.min(gone, 1), early);
            }
        }
        return new Forecast(false, null, gone, early);
    }

    /** One way the days may have gone: how many were kept, and what they drew. */
    private record Path(int kept, int used) {

        Path and(int draws) {
            return new Path(kept + 1, used + draws);
        }
    }

    private static int hundredths(BigDecimal units) {
        return units.multiply(BigDecimal.valueOf(HUNDREDTHS))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
