package care.trellis.ledger;

import care.trellis.engine.rulebook.DayDecision;
import care.trellis.engine.rulebook.WeekDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One client's week with its answer, before it is kept.
 *
 * @param asOf the day the question was asked, inside the week or the day after it
 * @param validUntil when time itself changes the answer; null when it no longer can
 * @param contract of the first day that a payer covers
 * @param needed minutes that payer asks of a week; null where it asks for none
 */
record JudgedWeek(
        WeekFacts facts,
        LocalDate asOf,
        byte[] inputHash,
        @Nullable Instant validUntil,
        @Nullable UUID contract,
        @Nullable String ruleSet,
        @Nullable String ruleVersion,
        @Nullable Integer prescribed,
        @Nullable Integer needed,
        List<JudgedDay> days) {

    /** Seven letters from Monday on; a dot where there is no session. */
    String letters() {
        var letters = new StringBuilder(".......");
        for (var day : days) {
            letters.setCharAt(day.date().getDayOfWeek().getValue() - 1, day.state().letter());
        }
        return letters.toString();
    }

    /** What the days of one state are, or would be, charged at. */
    long cents(DayState state) {
        return days.stream()
                .filter(day -> day.state() == state)
                .mapToLong(JudgedDay::expectedCents)
                .sum();
    }

    /** Units used of each granted authorization by the end of the week, by its id, as JSON. */
    String drawn() {
        return facts.grants().stream()
                .map(grant -> "\"%s\":%s".formatted(grant.id(), used(grant).toPlainString()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Units used of an authorization by the end of the week. */
    BigDecimal used(WeekFacts.Grant grant) {
        return days.stream()
                .filter(day -> day.grant() != null && day.grant().id().equals(grant.id()))
                .map(JudgedDay::units)
                .reduce(grant.usedBefore(), BigDecimal::add);
    }

    /**
     * One day.
     *
     * @param countable minutes that this payer counts
     * @param ahead minutes that will be attended if everything still planned is kept
     * @param grant the authorization that covers the day
     * @param units what the day draws from it
     * @param reason the check the state hangs on; null when billable
     * @param ownerStaff the person whose work the fix is, where it is one person's
     * @param expectedCents what the day is, or would be, charged at
     * @param decision what the rulebook said; null where no rulebook could be asked
     * @param own checks that are no payer's
     */
    record JudgedDay(
            LocalDate date,
            WeekFacts.@Nullable Coverage coverage,
            int scheduled,
            int attended,
            int documented,
            int countable,
            int ahead,
            WeekFacts.@Nullable Grant grant,
            BigDecimal units,
            DayState state,
            @Nullable Check reason,
            @Nullable UUID ownerStaff,
            long expectedCents,
            List<BilledLine> lines,
            List<WeekFacts.Seat> seats,
            @Nullable DayDecision decision,
            @Nullable WeekDecision week,
            List<Check> own) {

        /** The same day, kept from being billed by a check that is no payer's. */
        JudgedDay held(Check because) {
            var checks = new ArrayList<Check>();
            checks.add(because);
            checks.addAll(own);
            return new JudgedDay(
                    date,
                    coverage,
                    scheduled,
                    attended,
                    documented,
                    countable,
                    ahead,
                    grant,
                    units,
                    DayState.HOLD,
                    because,
                    null,
                    expectedCents,
                    lines,
                    seats,
                    decision,
                    week,
                    List.copyOf(checks));
        }

        /** The lines that a claim takes: none unless billable. */
        List<BilledLine> claimed() {
            return state == DayState.BILLABLE ? lines : List.of();
        }
    }
}
