package care.trellis.sessions;

import care.trellis.web.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.WeekDay;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/** A rule as text: in the one way that is kept, and as people say it. */
final class RecurrenceText {

    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<DayOfWeek> WEEKDAYS =
            List.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY);

    private RecurrenceText() {}

    static String code(DayOfWeek day) {
        return CODES.get(day.getValue() - 1);
    }

    static DayOfWeek day(WeekDay day) {
        return DayOfWeek.of(CODES.indexOf(day.getDay().name()) + 1);
    }

    static String canonical(String text) {
        var recur = parsed(text);
        boolean weekly = recur.getFrequency() == Frequency.WEEKLY;
        require(
                weekly || recur.getFrequency() == Frequency.MONTHLY,
                "A block repeats weekly or monthly: write FREQ=WEEKLY or FREQ=MONTHLY");
        require(
                recur.getInterval() <= Recurrence.LONGEST_INTERVAL,
                "INTERVAL is at most " + Recurrence.LONGEST_INTERVAL);
        require(
                recur.getCount() <= Recurrence.LONGEST_COUNT,
                "COUNT is at most " + Recurrence.LONGEST_COUNT);
        require(
                recur.getCount() <= 0 || recur.getUntil() == null,
                "Write COUNT or UNTIL, not both (RFC 5545, 3.3.10)");
        for (var part :
                List.of(
                        recur.getHourList(),
                        recur.getMinuteList(),
                        recur.getSecondList(),
                        recur.getMonthList(),
                        recur.getWeekNoList(),
                        recur.getYearDayList(),
                        recur.getSetPosList())) {
            require(part.isEmpty(), "Only INTERVAL, BYDAY, BYMONTHDAY, COUNT and UNTIL are kept");
        }
        return (weekly ? weekly(recur) : monthly(recur)) + end(recur);
    }

    private static Recur<LocalDate> parsed(String text) {
        try {
            var recur = new Recur<LocalDate>(text.strip());
            LocalDate.class.cast(recur.getUntil());
            return recur;
        } catch (ClassCastException withTime) {
            throw new IllegalArgumentException("Write UNTIL as a day: UNTIL=20260630", withTime);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "Not a rule of RFC 5545; write such as FREQ=WEEKLY;BYDAY=MO,WE", unreadable);
        }
    }

    private static String weekly(Recur<LocalDate> recur) {
        var days = recur.getDayList();
        require(!days.isEmpty(), "A weekly rule names its days: BYDAY=MO,WE");
        require(
                days.stream().allMatch(day -> day.getOffset() == 0)
                        && recur.getMonthDayList().isEmpty(),
                "A weekly rule names days of the week only: BYDAY=MO,WE");
        return "FREQ=WEEKLY;WKST=MO"
                + interval(recur)
                + ";BYDAY="
                + days.stream()
                        .map(RecurrenceText::day)
                        .distinct()
                        .sorted()
                        .map(RecurrenceText::code)
                        .collect(Collectors.joining(","));
    }

    private static String monthly(Recur<LocalDate> recur) {
        var days = recur.getDayList();
        var dates = recur.getMonthDayList();
        require(
                days.size() + dates.size() == 1,
                "A monthly rule names one day: BYMONTHDAY=15 or BYDAY=2TU");
        if (days.isEmpty()) {
            return "FREQ=MONTHLY" + interval(recur) + ";BYMONTHDAY=" + dates.getFirst();
        }
        var day = days.getFirst();
        require(
                day.getOffset() == -1 || (day.getOffset() >= 1 && day.getOffset() <= 4),
                "Write which one of the month: BYDAY=2TU, or BYDAY=-1FR for the last Friday");
        return "FREQ=MONTHLY" + interval(recur) + ";BYDAY=" + day.getOffset() + code(day(day));
    }

    private static String interval(Recur<LocalDate> recur) {
        return recur.getInterval() > 1 ? ";INTERVAL=" + recur.getInterval() : "";
    }

    private static String end(Recur<LocalDate> recur) {
        if (recur.getCount() > 0) {
            return ";COUNT=" + recur.getCount();
        }
        return recur.getUntil() == null
                ? ""
                : ";UNTIL=" + recur.getUntil().toString().replace("-", "");
    }

    static String sentence(Recurrence rule) {
        String often =
                rule.monthly() ? months(rule) + monthDay(rule) : weeks(rule, days(rule.days()));
        return often + end(rule.count(), rule.until());
    }

    private static String weeks(Recurrence rule, String days) {
        return switch (rule.interval()) {
            case 1 -> "Every " + days;
            case 2 -> "Every second week on " + days;
            default -> "Every " + rule.interval() + " weeks on " + days;
        };
    }

    private static String months(Recurrence rule) {
        return switch (rule.interval()) {
            case 1 -> "Every month on ";
            case 2 -> "Every second month on ";
            default -> "Every " + rule.interval() + " months on ";
        };
    }

    private static String monthDay(Recurrence rule) {
        if (rule.dayOfMonth() != 0) {
            return rule.dayOfMonth() == -1 ? "the last day" : "day " + rule.dayOfMonth();
        }
        return "the %s %s".formatted(ordinal(rule.which()), name(rule.days().getFirst()));
    }

    static String ordinal(int which) {
        return switch (which) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            default -> "last";
        };
    }

    private static String days(List<DayOfWeek> days) {
        if (days.equals(WEEKDAYS)) {
            return "weekday";
        }
        if (days.size() == 7) {
            return "day";
        }
        var names = new ArrayList<>(days.stream().map(RecurrenceText::name).toList());
        if (names.size() == 1) {
            return names.getFirst();
        }
        var last = names.removeLast();
        return String.join(", ", names) + " and " + last;
    }

    private static String end(int count, @Nullable LocalDate until) {
        if (count > 0) {
            return count == 1 ? ", once" : ", " + count + " times";
        }
        return until == null ? "" : ", until " + When.day(until);
    }

    private static String name(DayOfWeek day) {
        return Recurrence.name(day);
    }

    private static void require(boolean holds, String fix) {
        if (!holds) {
            throw new IllegalArgumentException(fix);
        }
    }
}
