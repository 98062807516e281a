package care.trellis.benefits;

import care.trellis.base.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course of program days is likely to cost the client, week by week. Pure arithmetic on what
 * the payer said; what it did not say stands in {@link #unknown}.
 *
 * @param firstDay the client's part of the very first day
 * @param typicalDay the client's part of the last day that the plan pays
 * @param deductibleWeek the week in which the deductible is used up; null if it is not, or none is
 *     left
 * @param maximumWeek the week in which the out-of-pocket maximum is reached; null if it is not
 * @param limitDay the last day that the plan pays before its limit; null if the course fits
 * @param unknown what was not said and could change the figures, a sentence each
 */
public record Estimate(
        Course course,
        List<Week> weeks,
        Money firstDay,
        Money typicalDay,
        Money total,
        @Nullable Integer deductibleWeek,
        @Nullable Integer maximumWeek,
        @Nullable Integer limitDay,
        List<String> unknown) {

    /**
     * The course that is planned.
     *
     * @param charge what we charge for a program day
     */
    public record Course(int daysPerWeek, int weeks, Money charge) {

        /** Refuses what no calendar holds. */
        public Course {
            if (daysPerWeek < 1 || daysPerWeek > 7 || weeks < 1 || weeks > 52) {
                throw new IllegalArgumentException(
                        "A course has 1 to 7 days a week and 1 to 52 weeks");
            }
        }

        /** All program days of it. */
        public int days() {
            return daysPerWeek * weeks;
        }
    }

    /**
     * One week.
     *
     * @param number from 1
     * @param client the client's part of days that the plan covers, and all of those it does not
     * @param uncovered days that the plan does not pay
     */
    public record Week(int number, int days, Money client, Money plan, int uncovered) {}

    /** Keeps its own copies of the lists. */
    public Estimate {
        weeks = List.copyOf(weeks);
        unknown = List.copyOf(unknown);
    }

    /** Counts the course through from where the client stands. */
    public static Estimate of(Findings findings, Course course) {
        var known = findings.allowed();
        var allowed = known == null ? course.charge() : known;
        var standing = Standing.of(findings);
        boolean owesDeductible = standing.deductibleLeft().cents() > 0;
        var weeks = new ArrayList<Week>();
        var firstDay = Money.ZERO;
        var typical = Money.ZERO;
        var total = Money.ZERO;
        Integer deductibleWeek = null;
        Integer maximumWeek = null;
        Integer limitDay = null;
        int day = 0;
        for (int week = 1; week <= course.weeks(); week++) {
            var client = Money.ZERO;
            var plan = Money.ZERO;
            int uncovered = 0;
            for (int n = 0; n < course.daysPerWeek(); n++) {
                var share = standing.next(findings, allowed, course.charge());
                standing = share.after();
                day++;
                client = client.plus(share.client());
                plan = plan.plus(share.plan());
                firstDay = day == 1 ? share.client() : firstDay;
                if (share.covered()) {
                    typical = share.client();
                } else {
                    uncovered++;
                    limitDay = limitDay == null ? Integer.valueOf(day - 1) : limitDay;
                }
            }
            if (owesDeductible
                    && deductibleWeek == null
                    && standing.deductibleLeft().cents() == 0) {
                deductibleWeek = week;
            }
            var maximum = standing.maximumLeft();
            if (maximumWeek == null && maximum != null && maximum.cents() == 0) {
                maximumWeek = week;
            }
            total = total.plus(client);
            weeks.add(new Week(week, course.daysPerWeek(), client, plan, uncovered));
        }
        return new Estimate(
                course,
                weeks,
                firstDay,
                typical,
                total,
                deductibleWeek,
                maximumWeek,
                limitDay,
                unknown(findings, known == null));
    }

    private static List<String> unknown(Findings findings, boolean ourCharge) {
        var unknown = new ArrayList<String>();
        if (findings.state() == Findings.State.UNKNOWN) {
            unknown.add("Whether the coverage is active was not said.");
        }
        if (findings.network() == Findings.Network.UNKNOWN) {
            unknown.add("Whether we are in the plan's network was not said.");
        }
        if (ourCharge) {
            unknown.add(
                    "What the plan allows for a day is not known: our full charge stands in its"
                            + " place, so the real figures are likely lower.");
        }
        if (findings.deductibleApplies() && findings.deductible().total() == null) {
            unknown.add("The deductible was not said and is counted as met.");
        } else if (findings.deductibleApplies() && findings.deductible().met() == null) {
            unknown.add("How much of the deductible is met was not said; nothing is counted.");
        }
        if (findings.maximum().total() == null) {
            unknown.add("The out-of-pocket maximum was not said: there may be a lower ceiling.");
        }
        if (findings.copay() == null && findings.coinsurance() == null) {
            unknown.add("Copay and coinsurance were not said and are counted as none.");
        }
        var limit = findings.limit();
        if (limit == null) {
            unknown.add("Whether the plan limits days or visits was not said.");
        } else if (limit.used() == null) {
            unknown.add("How many " + limit.unit().label() + " are used already was not said.");
        }
        if (findings.authorization() == Findings.Answer.UNKNOWN) {
            unknown.add("Whether days need the payer's authorization first was not said.");
        } else if (findings.authorization() == Findings.Answer.YES) {
            unknown.add("The plan pays only for days that it authorizes.");
        }
        if (!findings.carveOut().isEmpty()) {
            unknown.add(
                    findings.carveOut()
                            + " holds the behavioral benefit: its own answer counts, not this one.");
        }
        return unknown;
    }
}
