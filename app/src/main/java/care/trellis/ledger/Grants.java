package care.trellis.ledger;

import care.trellis.engine.rulebook.DayDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The authorizations that the days of one payer's week hang on, by date and by service. Where there
 * is but one for every service, the rulebook counts what it takes; where several stand side by
 * side, each day says which it takes from and how much.
 */
final class Grants {

    /** What a day would bill. */
    record Billed(DayDecision said, List<BilledLine> lines) {}

    private final WeekFacts.Contract contract;
    private final List<WeekFacts.Grant> ours;
    private final List<DayDraft> days;
    private final Map<LocalDate, Billed> billed;

    /**
     * @param lines what each day would bill; asked only where the week has a choice
     */
    Grants(
            WeekFacts facts,
            WeekFacts.Contract contract,
            List<DayDraft> days,
            Supplier<Map<LocalDate, Billed>> lines) {
        this.contract = contract;
        this.days = days;
        this.ours =
                facts.grants().stream()
                        .filter(grant -> grant.contract().equals(contract.id()))
                        .toList();
        var inWeek =
                ours.stream()
                        .filter(grant -> days.stream().anyMatch(day -> grant.covers(day.date)))
                        .toList();
        boolean choice =
                inWeek.size() > 1 || inWeek.stream().anyMatch(grant -> !grant.codes().isEmpty());
        this.billed = choice ? lines.get() : Map.of();
    }

    /**
     * Those that cover the day and what it bills, the first to end first; else the nearest, to name
     * it.
     */
    List<WeekFacts.Grant> of(LocalDate day) {
        var fitting = ours.stream().filter(grant -> fits(grant, day)).toList();
        var covering = fitting.stream().filter(grant -> grant.covers(day)).toList();
        if (!covering.isEmpty() || !contract.authorizationRequired()) {
            return covering;
        }
        var ended = fitting.stream().filter(grant -> grant.to().isBefore(day)).toList();
        if (!ended.isEmpty()) {
            return List.of(ended.getLast());
        }
        return fitting.isEmpty() ? List.of() : List.of(fitting.getFirst());
    }

    /** Says so where authorizations cover the day and none of them is for what it bills. */
    @Nullable Check otherService(LocalDate day) {
        var covering = ours.stream().filter(grant -> grant.covers(day)).toList();
        return covering.isEmpty() || covering.stream().anyMatch(grant -> fits(grant, day))
                ? null
                : Checks.otherService(day, covering);
    }

    private boolean fits(WeekFacts.Grant grant, LocalDate day) {
        var bills = billed.get(day);
        if (bills == null || grant.codes().isEmpty()) {
            return true;
        }
        return bills.lines().isEmpty()
                ? grant.isFor(bills.said().bill().code())
                : bills.lines().stream().anyMatch(line -> grant.isFor(line.procedureCode()));
    }

    /**
     * The authorization of each day of the week that has one.
     *
     * @param place how many a day has found used up
     */
    Map<LocalDate, WeekFacts.Grant> hanging(Map<LocalDate, Integer> place) {
        var hanging = new HashMap<LocalDate, WeekFacts.Grant>();
        for (var day : days) {
            var grants = of(day.date);
            if (!grants.isEmpty()) {
                hanging.put(day.date, grants.get(place.getOrDefault(day.date, 0)));
            }
        }
        return hanging;
    }

    /** Units that the days of one authorization take; null where the rulebook counts them. */
    @Nullable Map<LocalDate, BigDecimal> taken(
            WeekFacts.@Nullable Grant grant, Map<LocalDate, WeekFacts.Grant> hanging) {
        if (grant == null || billed.isEmpty()) {
            return null;
        }
        var taken = new HashMap<LocalDate, BigDecimal>();
        hanging.forEach((day, other) -> {
            var bills = billed.get(day);
            if (bills != null && other.id().equals(grant.id())) {
                taken.put(day, units(grant, bills));
            }
        });
        return taken;
    }

    /** Units one day takes: its hours, the units of the services it is for, or one. */
    static BigDecimal units(WeekFacts.Grant grant, Billed billed) {
        return switch (grant.unit()) {
            case "HOUR" ->
                    BigDecimal.valueOf(Math.max(1, billed.said().countableMinutes()))
                            .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
            case "UNIT" -> BigDecimal.valueOf(Math.max(1, billedUnits(grant, billed)));
            default -> BigDecimal.ONE;
        };
    }

    private static int billedUnits(WeekFacts.Grant grant, Billed billed) {
        if (grant.codes().isEmpty()) {
            var units = billed.said().bill().units();
            return units == null ? 1 : units;
        }
        return billed.lines().stream()
                .filter(line -> grant.isFor(line.procedureCode()))
                .mapToInt(BilledLine::units)
                .sum();
    }
}
