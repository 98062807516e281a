package care.trellis.benefits;

import care.trellis.base.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the program has cost the client so far, week by week: what payers said they owe, and for
 * days that nobody has answered yet what the plan's terms say. Pure.
 */
public final class RunningCost {

    private RunningCost() {}

    /**
     * A day that the client came.
     *
     * @param answered whether the payer said what the client owes of it
     * @param owed what it said; nothing where it has not
     */
    public record Day(LocalDate date, boolean answered, Money owed) {}

    /**
     * One week.
     *
     * @param monday its first day
     * @param said of days that the payer answered
     * @param expected of days that it did not, by the plan's terms
     * @param soFar both, of this week and all before it
     */
    public record Week(LocalDate monday, int days, Money said, Money expected, Money soFar) {}

    /**
     * Counts through.
     *
     * @param findings of the check that counts
     * @param checkedOn its day: days up to it are in what the plan calls met, those after it are
     *     not
     * @param days in any order
     * @param charge what we charge for a day where the plan does not pay
     */
    public static List<Week> of(
            Findings findings, LocalDate checkedOn, List<Day> days, Money charge) {
        var known = findings.allowed();
        var allowed = known == null ? charge : known;
        var standing = Standing.of(findings);
        var weeks = new TreeMap<LocalDate, List<Day>>();
        for (var day : days) {
            var monday = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, first -> new ArrayList<>()).add(day);
        }
        var counted = new ArrayList<Week>();
        var soFar = Money.ZERO;
        for (var week : weeks.entrySet()) {
            var said = Money.ZERO;
            var expected = Money.ZERO;
            var ordered =
                    week.getValue().stream()
                            .sorted(java.util.Comparator.comparing(Day::date))
                            .toList();
            for (var day : ordered) {
                var share = standing.next(findings, allowed, charge);
                if (day.date().isAfter(checkedOn)) {
                    standing = share.after();
                }
                if (day.answered()) {
                    said = said.plus(day.owed());
                } else {
                    expected = expected.plus(share.client());
                }
            }
            soFar = soFar.plus(said).plus(expected);
            counted.add(new Week(week.getKey(), ordered.size(), said, expected, soFar));
        }
        return counted;
    }
}
