package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Course;
import java.util.Collections;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts about the course of treatment so far. */
final class CourseFacts {

    private CourseFacts() {}

    static void tell(Vocabulary v) {
        number(v, "course.treatment_gap_days", "day(s) of break", Course::treatmentGapDays);
        number(v, "course.visits_since_admission", "visit(s)", Course::visitsSinceAdmission);
        number(
                v,
                "course.family_sessions_in_month",
                "family session(s) in the month",
                Course::familySessionsInMonth);
        number(
                v,
                "course.shortest_group_minutes",
                "minute(s) in the shortest group",
                Course::groupSessionMinutesMin);
        number(v, "course.weeks_elapsed", "week(s) elapsed", Course::weeksElapsed);
        number(v, "course.treatment_hours", "hour(s) of treatment", Course::treatmentHoursTotal);
        number(
                v,
                "course.fewest_sessions_in_first_weeks",
                "session(s) in the thinnest of the first four weeks",
                CourseFacts::fewest);
        v.number(
                "course.days_since_progress_summary",
                Scope.WEEK,
                "day(s) since the last progress summary",
                s -> s.daysSince(s.week.course().lastProgressSummaryOn(), s.week.course().asOf()));
        flag(
                v,
                "course.active_in_level_2",
                "the client is active in level 2",
                "the client is not active in level 2",
                Course::activeInLevel2);
        flag(
                v,
                "course.drug_screen_done",
                "a drug screen was done",
                "no drug screen was done yet",
                Course::drugScreenDone);
        flag(
                v,
                "course.biopsychosocial_done",
                "a biopsychosocial assessment was done",
                "no biopsychosocial assessment was done yet",
                Course::biopsychosocialDone);
        flag(
                v,
                "course.family_exception_documented",
                "an exception from family sessions is documented",
                "no exception from family sessions is documented",
                Course::familySessionExceptionDocumented);
        flag(
                v,
                "course.deferred_prosecution",
                "the client is under deferred prosecution",
                "the client is not under deferred prosecution",
                Course::deferredProsecution);
        flag(
                v,
                "course.sessions_on_separate_days",
                "the sessions were on separate days",
                "the sessions were not on separate days",
                Course::sessionsOnSeparateDays);
        flag(
                v,
                "course.self_help_attended",
                "a self-help group was attended",
                "no self-help group was attended",
                Course::selfHelpAttended);
    }

    private static @Nullable Integer fewest(Course course) {
        var weeks = course.sessionsPerWeekFirstFour();
        return weeks == null || weeks.isEmpty() ? null : Collections.min(weeks);
    }

    private static void number(
            Vocabulary v, String name, String words, Function<Course, @Nullable Number> read) {
        v.number(name, Scope.WEEK, words, s -> s.number(read.apply(s.week.course())));
    }

    private static void flag(
            Vocabulary v,
            String name,
            String yes,
            String no,
            Function<Course, @Nullable Boolean> read) {
        v.flag(name, Scope.WEEK, yes, no, s -> s.flag = read.apply(s.week.course()));
    }
}
