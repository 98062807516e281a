package care.trellis.engine.rulebook;

import org.jspecify.annotations.Nullable;

/** Facts that add up a day or the week. */
final class DayFacts {

    private DayFacts() {}

    static void tell(Vocabulary v) {
        day(v);
        charged(v);
        week(v);
    }

    private static void day(Vocabulary v) {
        v.sum(
                "day.minutes",
                Scope.DAY,
                "minute(s)",
                s -> s.atLeast(s.day().minutes, s.day().minutesOpen));
        v.sum("day.services", Scope.DAY, "service(s)", s -> s.exactly(s.day().services));
        v.sum(Vocabulary.DAY_SESSIONS, Scope.DAY, "session(s)", s -> s.exactly(s.day().services));
        v.number(
                "day.days_since_certification",
                Scope.DAY,
                "day(s) since certification",
                s -> s.daysSince(s.week.plan().lastCertifiedOn(), s.day().date));
        v.number(Vocabulary.EARLIER_SERVICES, Scope.DAY, "earlier service(s)", s -> s.exactly(0));
    }

    private static void charged(Vocabulary v) {
        v.number(
                Vocabulary.PROGRAMS_CHARGED,
                Scope.DAY,
                "day program(s)",
                s -> s.exactly(Charges.programs(s)));
        v.number(Vocabulary.DAY_UNITS, Scope.DAY, "unit(s)", s -> s.number(s.day().unitsAskedFor));
        v.number(Vocabulary.DAY_LINES, Scope.DAY, "line(s)", s -> s.exactly(s.day().lines.size()));
        v.text("line.code", Scope.LINE, "code", s -> s.text = known(s.line().code()));
        v.text("line.service", Scope.LINE, "service", s -> s.text = known(s.line().service()));
        v.text(
                "line.program",
                Scope.LINE,
                "program",
                s -> s.text = s.line().program(),
                (s, outcome) ->
                        s.line().program().equals(ChargedLine.NONE)
                                ? "a line of its own"
                                : "belongs to " + s.line().program());
        v.text(
                "line.claim_form",
                Scope.LINE,
                "claim form",
                s -> s.text = ChargedLine.word(s.line().form()));
        v.flag(
                "line.by_employee",
                Scope.LINE,
                "it is by an employee of the program",
                "it is not by an employee of the program",
                s -> s.flag = s.line().byEmployee());
    }

    /** What a line does not carry it does not carry: nothing is unknown about that. */
    private static String known(@Nullable String value) {
        return value == null ? ChargedLine.NONE : value;
    }

    private static void week(Vocabulary v) {
        v.sum("week.minutes", Scope.WEEK, "minute(s)", s -> minutes(s, 1));
        v.sum(
                "week.average_minutes",
                Scope.WEEK,
                "minute(s) a week on average",
                DayFacts::averageMinutes);
        v.sum(
                "week.days",
                Scope.WEEK,
                "day(s)",
                s -> {
                    int days = 0;
                    for (var day : s.days) {
                        days += day.services > 0 ? 1 : 0;
                    }
                    s.exactly(days);
                });
        v.sum(
                Vocabulary.WEEK_SESSIONS,
                Scope.WEEK,
                "session(s)",
                s -> {
                    int sessions = 0;
                    for (var day : s.days) {
                        sessions += day.services;
                    }
                    s.exactly(sessions);
                });
    }

    /**
     * Over the whole course where its hours are known, else over the weeks of the sessions given.
     */
    private static void averageMinutes(Scene s) {
        var hours = s.week.course().treatmentHoursTotal();
        var weeks = s.week.course().weeksElapsed();
        if (hours != null && weeks != null && weeks > 0) {
            s.exactly(hours.doubleValue() * 60 / weeks);
        } else {
            minutes(s, s.weeks());
        }
    }

    private static void minutes(Scene s, int weeks) {
        int minutes = 0;
        boolean open = false;
        for (var day : s.days) {
            minutes += day.minutes;
            open |= day.minutesOpen;
        }
        s.atLeast((double) minutes / weeks, open);
    }
}
