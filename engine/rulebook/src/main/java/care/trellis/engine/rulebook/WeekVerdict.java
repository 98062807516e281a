package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the decision about the week as a whole off a judged week. */
record WeekVerdict(
        Verdict verdict,
        List<Tally> days,
        List<Finding> findings,
        @Nullable Integer neededMinutes,
        @Nullable Integer neededDays) {

    WeekDecision week(List<DayDecision> decided) {
        int attended = 0;
        int minutes = 0;
        int served = 0;
        var notCounting = new ArrayList<Finding>();
        for (var day : days) {
            attended += day.attended;
            minutes += day.minutes;
            served += day.services > 0 ? 1 : 0;
            notCounting.addAll(Verdict.notCounting(day));
        }
        var blockers = Verdict.blockers(findings);
        var status = Verdict.status(blockers);
        var because =
                status == Status.BILLABLE
                        ? List.<Finding>of()
                        : verdict.because(
                                blockers, Verdict.sums(blockers) ? notCounting : List.of());
        if (status == Status.BILLABLE && decided.stream().noneMatch(DayDecision::billable)) {
            boolean held = decided.stream().anyMatch(day -> day.status() == Status.HOLD);
            status = held ? Status.HOLD : Status.NOT_BILLABLE;
            var all = new ArrayList<Finding>();
            decided.forEach(day -> all.addAll(day.because()));
            because = verdict.because(all, List.of());
        }
        var billed = decided.stream().filter(DayDecision::billable).map(DayDecision::bill).toList();
        var first = decided.isEmpty() ? null : decided.getFirst().bill();
        return new WeekDecision(
                status,
                because.isEmpty() ? null : because.getFirst().reason(),
                attended,
                minutes,
                neededMinutes,
                served,
                neededDays,
                billed.isEmpty() ? null : billed.getFirst().code(),
                units(billed),
                first == null ? null : first.unitType(),
                rate(billed),
                allowed(billed),
                withinLevelRange(),
                because,
                List.copyOf(findings));
    }

    private static int units(List<Bill> billed) {
        int units = 0;
        for (var bill : billed) {
            if (bill.unitsPerWeek() != null) {
                return bill.unitsPerWeek();
            }
            units += bill.units() == null ? 0 : bill.units();
        }
        return units;
    }

    private static @Nullable BigDecimal rate(List<Bill> billed) {
        var rates = billed.stream().map(Bill::rate).distinct().toList();
        return rates.size() == 1 ? rates.getFirst() : null;
    }

    private static @Nullable BigDecimal allowed(List<Bill> billed) {
        var sum = BigDecimal.ZERO;
        for (var bill : billed) {
            var amount = bill.allowedAmount();
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return billed.isEmpty() ? null : sum;
    }

    private @Nullable Boolean withinLevelRange() {
        Boolean within = null;
        for (var finding : findings) {
            if (finding.effect() == Effect.OUTSIDE_LEVEL) {
                if (finding.failed()) {
                    return false;
                }
                within = finding.outcome() == Outcome.PASS ? Boolean.TRUE : within;
            }
        }
        return within;
    }
}
