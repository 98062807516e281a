package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.billing.ClaimFacts.Contract;
import care.trellis.billing.ClaimFacts.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days that one claim is made of: one client, one coverage, one authorization, one calendar
 * month. Payers refuse claims that span months (CARC 267) or covered and uncovered days (239).
 */
record ClaimDraft(Contract contract, List<Day> days) {

    /** The most lines of a professional claim (005010X222A1); an institutional one takes 999. */
    private static final int LINES_837P = 50;

    ClaimDraft {
        days = List.copyOf(days);
    }

    LocalDate from() {
        return days.getFirst().date();
    }

    LocalDate through() {
        return days.getLast().date();
    }

    /**
     * The limit that its first day has passed; null while the payer takes it.
     *
     * @param now of which the day at the site counts
     */
    @Nullable PastLimit pastLimit(Instant now) {
        var last = from().plusDays(contract.timelyFilingDays());
        var today = LocalDate.ofInstant(now, days.getFirst().zone());
        return today.isAfter(last) ? new PastLimit(last, null) : null;
    }

    ClaimFacts.Patient patient() {
        return days.getFirst().patient();
    }

    Money charge() {
        return days.stream().map(Day::charge).reduce(Money.ZERO, Money::plus);
    }

    /** Groups days, which come by client and date, into claims. */
    static List<ClaimDraft> of(Contract contract, List<Day> days) {
        var drafts = new ArrayList<ClaimDraft>();
        var open = new ArrayList<Day>();
        for (var day : days) {
            if (!open.isEmpty() && !together(contract, open, day)) {
                drafts.add(new ClaimDraft(contract, open));
                open.clear();
            }
            open.add(day);
        }
        if (!open.isEmpty()) {
            drafts.add(new ClaimDraft(contract, open));
        }
        return drafts;
    }

    private static boolean together(Contract contract, List<Day> open, Day next) {
        var first = open.getFirst();
        int lines = open.stream().mapToInt(day -> day.lines().size()).sum() + next.lines().size();
        return first.patient().id().equals(next.patient().id())
                && Objects.equals(first.cover(), next.cover())
                && Objects.equals(first.authorization(), next.authorization())
                && Objects.equals(episode(first), episode(next))
                && YearMonth.from(first.date()).equals(YearMonth.from(next.date()))
                && (contract.form() == Form.INSTITUTIONAL || lines <= LINES_837P);
    }

    private static @Nullable Object episode(Day day) {
        return day.stay() == null ? null : day.stay().episode();
    }
}
