package care.trellis.measures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How clients with a similar start did here on one scale: the mean share of the baseline that was
 * left, by week of the stay. Local data only, and only weeks with {@link ProgramOutcomes#SMALLEST}
 * stays or more; no licensed curve is used.
 *
 * @param shares by week; 1 is the baseline
 */
public record Recovery(SortedMap<Integer, Double> shares) {

    /** Where the line stands on a day. */
    public record Expected(LocalDate on, double score) {}

    /** The recovery of those of these stays who began as this one did, itself left out. */
    static Recovery like(Trend one, List<Trend> all) {
        var byWeek = new TreeMap<Integer, List<Double>>();
        for (var other : all) {
            var baseline = other.baseline();
            if (baseline == null || baseline.total().signum() <= 0 || !similar(other, one)) {
                continue;
            }
            double start = baseline.total().doubleValue();
            for (var point : other.points()) {
                long days = ChronoUnit.DAYS.between(baseline.on(), point.on());
                if (days >= 0) {
                    byWeek.computeIfAbsent((int) Math.round(days / 7.0), week -> new ArrayList<>())
                            .add(point.total().doubleValue() / start);
                }
            }
        }
        var shares = new TreeMap<Integer, Double>();
        byWeek.forEach((week, some) -> {
            if (some.size() >= ProgramOutcomes.SMALLEST) {
                shares.put(
                        week,
                        some.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
            }
        });
        return new Recovery(shares);
    }

    /** The line of this stay, from its own baseline; nothing where too few are known. */
    public List<Expected> of(Trend trend) {
        var baseline = trend.baseline();
        if (baseline == null || shares.size() < 2) {
            return List.of();
        }
        double start = baseline.total().doubleValue();
        return shares.entrySet().stream()
                .map(week ->
                        new Expected(
                                baseline.on().plusWeeks(week.getKey()), start * week.getValue()))
                .toList();
    }

    private static boolean similar(Trend other, Trend one) {
        return !other.stay().client().equals(one.stay().client()) && severe(other) == severe(one);
    }

    private static boolean severe(Trend trend) {
        var moderate = trend.rules().moderateFrom();
        var baseline = trend.baseline();
        return moderate != null && baseline != null && baseline.total().doubleValue() >= moderate;
    }
}
