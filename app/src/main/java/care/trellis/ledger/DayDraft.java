package care.trellis.ledger;

import care.trellis.engine.rulebook.OverrideOutcome;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import care.trellis.payers.EffectiveRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day before its rules are asked: what it is made of, and whom to ask. */
final class DayDraft {

    private final EffectiveRules rules;

    final LocalDate date;
    final List<WeekFacts.Seat> seats;
    final WeekFacts facts;
    final WeekFacts.@Nullable Stay stay;
    final WeekFacts.@Nullable Coverage coverage;

    DayDraft(EffectiveRules rules, WeekFacts facts, LocalDate date, List<WeekFacts.Seat> seats) {
        this.rules = rules;
        this.facts = facts;
        this.date = date;
        this.seats = seats;
        this.stay = facts.stays().stream().filter(it -> it.covers(date)).findFirst().orElse(null);
        this.coverage =
                facts.coverages().stream().filter(it -> it.covers(date)).findFirst().orElse(null);
    }

    @Nullable PayerStay payerStay() {
        var contract = contract();
        if (stay == null || contract == null) {
            return null;
        }
        var rulebook = rules.rulebook(contract.ruleSet(), contract.overrides(), date);
        return rulebook == null ? null : new PayerStay(contract, stay, rulebook);
    }

    private WeekFacts.@Nullable Contract contract() {
        var contract = coverage == null ? null : coverage.contract();
        return contract != null && contract.inForce(date) ? contract : null;
    }

    boolean over(Instant now) {
        return seats.stream().noneMatch(seat -> seat.meeting().ends().isAfter(now));
    }

    int scheduled() {
        return seats.stream().mapToInt(seat -> SeatMinutes.scheduled(seat.meeting())).sum();
    }

    int attended(Instant now) {
        return seats.stream().mapToInt(seat -> SeatMinutes.attended(seat, now)).sum();
    }

    int ahead(Instant now) {
        return seats.stream().mapToInt(seat -> SeatMinutes.ahead(seat, now)).sum();
    }

    int documented(Instant now) {
        return seats.stream()
                .filter(seat -> seat.note() != null)
                .mapToInt(seat -> SeatMinutes.attended(seat, now))
                .sum();
    }

    @Nullable Check unmarked() {
        return seats.stream()
                .filter(WeekFacts.Seat::unmarked)
                .findFirst()
                .map(seat -> Checks.unmarked(seat, facts.zone()))
                .orElse(null);
    }

    /** A day that no rulebook can be asked about. */
    JudgedDay blocked(Instant now) {
        var contract = contract();
        Check why;
        if (stay == null) {
            why = Checks.noEpisode(date);
        } else if (coverage == null) {
            why = Checks.noCoverage(date);
        } else if (contract == null) {
            why = Checks.noContract(coverage);
        } else if (rules.on(contract.ruleSet(), contract.overrides(), date)
                instanceof OverrideOutcome.Refused(var override, var because)) {
            why = Checks.overrideCannotStand(override, because);
        } else {
            why = Checks.unknownRules(contract);
        }
        return undecided(now, why, 0);
    }

    /** A day without a single minute, or without rules: planned, on hold, or lost. */
    JudgedDay undecided(Instant now, @Nullable Check blocker, long planned) {
        var own = new ArrayList<Check>();
        var unmarked = unmarked();
        DayState state;
        Check reason;
        if (!over(now)) {
            state = DayState.PLANNED;
            reason = null;
        } else if (attended(now) > 0 && blocker != null) {
            state = DayState.HOLD;
            reason = blocker;
        } else if (unmarked != null) {
            state = DayState.HOLD;
            reason = unmarked;
        } else {
            boolean present = seats.stream().anyMatch(WeekFacts.Seat::present);
            state = DayState.NOT_BILLABLE;
            reason = present ? Checks.nothingAttended() : Checks.absent();
        }
        if (reason != null) {
            own.add(reason);
        }
        if (blocker != null && blocker != reason) {
            own.add(blocker);
        }
        return new JudgedDay(
                date,
                coverage,
                scheduled(),
                attended(now),
                documented(now),
                0,
                ahead(now),
                null,
                BigDecimal.ZERO,
                state,
                reason,
                null,
                state == DayState.NOT_BILLABLE ? 0 : planned,
                List.of(),
                seats,
                null,
                null,
                own);
    }
}
