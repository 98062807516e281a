package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts about the client, the program and the plan. */
final class ProgramFacts {

    private ProgramFacts() {}

    static void tell(Vocabulary v) {
        client(v);
        place(v);
        schedule(v);
        staff(v);
        plan(v);
    }

    private static void client(Vocabulary v) {
        v.number("client.age", Scope.WEEK, "year(s) of age", s -> s.number(s.week.client().age()));
        v.text(
                "client.diagnosis_class",
                Scope.WEEK,
                "diagnosis class",
                s -> s.word(s.week.client().diagnosisClass()));
    }

    private static void place(Vocabulary v) {
        v.text("program.setting", Scope.WEEK, "setting", s -> s.word(s.week.program().setting()));
        v.text(
                "program.type",
                Scope.WEEK,
                "program type",
                s -> {
                    var type = s.week.program().type();
                    s.text = type == null ? null : type.word();
                });
        v.text(
                "program.delivery_system",
                Scope.WEEK,
                "delivery system",
                s -> s.word(s.week.program().deliverySystem()));
        v.text("program.region", Scope.WEEK, "region", s -> s.text = s.week.program().region());
        v.flag(
                "program.nationally_accredited",
                Scope.WEEK,
                "the program is nationally accredited",
                "the program is not nationally accredited",
                s -> s.flag = s.week.program().nationallyAccredited());
    }

    private static void schedule(Vocabulary v) {
        v.number(
                "program.offered_days",
                Scope.WEEK,
                "day(s) offered a week",
                s -> {
                    var days = offered(s.week.program());
                    s.number(days == null ? null : days.size());
                });
        v.number(
                "program.longest_gap_days",
                Scope.WEEK,
                "day(s) in a row without a service",
                s -> s.number(longestGap(s.week.program())));
        v.number(
                "program.hours_per_day",
                Scope.WEEK,
                "hour(s) a day",
                s -> s.number(s.week.program().hoursPerDay()));
        v.number(
                "program.scheduled_hours_per_week",
                Scope.WEEK,
                "scheduled hour(s) a week",
                s -> s.number(s.week.program().scheduledHoursPerWeek()));
        v.number(
                "program.hours_per_week",
                Scope.WEEK,
                "program hour(s) a week",
                s -> s.number(hoursPerWeek(s.week.program())));
        v.number(
                "program.weeks_in_service",
                Scope.WEEK,
                "week(s) in service",
                s -> s.number(s.week.program().weeksInService()));
        v.flag(
                "program.clinical_rationale_documented",
                Scope.WEEK,
                "a clinical rationale is documented",
                "no clinical rationale is documented",
                s -> s.flag = s.week.program().clinicalRationaleDocumented());
        v.flag(
                "program.group_counseling_held",
                Scope.WEEK,
                "group counseling was held that day",
                "no group counseling was held that day",
                s -> s.flag = s.week.program().groupCounselingHeldThatDay());
    }

    private static void staff(Vocabulary v) {
        v.number(
                "program.bhp_caseload",
                Scope.WEEK,
                "client(s) per professional",
                s -> s.number(s.week.program().bhpCaseload()));
        v.number(
                "program.bhmp_on_site_percent",
                Scope.WEEK,
                "percent of hours on site",
                s -> {
                    var share = s.week.program().bhmpOnSiteShare();
                    s.number(share == null ? null : share.movePointRight(2));
                });
        v.number(
                "program.clients_per_counselor",
                Scope.WEEK,
                "client(s) per counselor",
                s -> perCounselor(s, s.week.program()),
                (s, outcome) ->
                        Double.isInfinite(s.low)
                                ? "there is no counselor"
                                : Numbers.plain(s.low) + " clients per counselor");
    }

    private static void plan(Vocabulary v) {
        v.number(
                "plan.hours_per_week",
                Scope.WEEK,
                "planned hour(s) a week",
                s -> s.number(s.week.plan().hoursPerWeek()));
        v.flag(
                "plan.physician_signed",
                Scope.WEEK,
                "a physician signed the plan",
                "no physician signed the plan",
                s -> s.flag = s.week.plan().physicianSigned());
        v.number(
                "plan.days_since_certification_as_of",
                Scope.WEEK,
                "day(s) since certification",
                s -> s.daysSince(s.week.plan().lastCertifiedOn(), s.week.course().asOf()));
    }

    private static @Nullable TreeSet<DayOfWeek> offered(Program program) {
        var days = program.offeredDays();
        return days == null ? null : new TreeSet<>(days);
    }

    /** Days without a service between two days with one, the week taken as a circle. */
    private static @Nullable Integer longestGap(Program program) {
        var days = offered(program);
        if (days == null) {
            return null;
        }
        if (days.isEmpty()) {
            return 7;
        }
        int longest = 0;
        var before = days.last();
        for (var day : days) {
            int apart = Math.floorMod(day.getValue() - before.getValue(), 7);
            longest = Math.max(longest, (apart == 0 ? 7 : apart) - 1);
            before = day;
        }
        return longest;
    }

    /** As scheduled; where that is not known, the offered days times the hours of each. */
    private static @Nullable BigDecimal hoursPerWeek(Program program) {
        var days = offered(program);
        if (program.scheduledHoursPerWeek() != null) {
            return program.scheduledHoursPerWeek();
        }
        return days == null || program.hoursPerDay() == null
                ? null
                : program.hoursPerDay().multiply(BigDecimal.valueOf(days.size()));
    }

    private static void perCounselor(Scene scene, Program program) {
        var census = program.averageDailyCensus();
        var counselors = program.substanceAbuseCounselors();
        if (census == null || counselors == null) {
            scene.number(null);
        } else if (counselors.signum() == 0) {
            scene.exactly(census.signum() == 0 ? 0 : Double.POSITIVE_INFINITY);
        } else {
            scene.number(census.divide(counselors, 6, RoundingMode.HALF_UP));
        }
    }
}
