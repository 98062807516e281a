package care.trellis.sessions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The federal holidays of the United States (5 U.S.C. 6103), on the days they are observed. */
public final class Holidays {

    /** One holiday. */
    public record Holiday(LocalDate day, String name) {}

    private Holidays() {}

    /** Whether business rests on that day: a weekend or one of these. */
    public static boolean rests(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || next(day, 1).getFirst().day().equals(day);
    }

    /** The next ones from a day on, the earliest first. */
    public static List<Holiday> next(LocalDate from, int count) {
        return Stream.of(from.getYear(), from.getYear() + 1)
                .flatMap(year -> of(year).stream())
                .filter(one -> !one.day().isBefore(from))
                .sorted(Comparator.comparing(Holiday::day))
                .limit(count)
                .toList();
    }

    private static List<Holiday> of(int year) {
        return List.of(
                fixed(year, Month.JANUARY, 1, "New Year's Day"),
                nth(year, Month.JANUARY, 3, "Martin Luther King Jr. Day"),
                nth(year, Month.FEBRUARY, 3, "Washington's Birthday"),
                new Holiday(
                        LocalDate.of(year, 5, 31)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        "Memorial Day"),
                fixed(year, Month.JUNE, 19, "Juneteenth"),
                fixed(year, Month.JULY, 4, "Independence Day"),
                nth(year, Month.SEPTEMBER, 1, "Labor Day"),
                nth(year, Month.OCTOBER, 2, "Columbus Day"),
                fixed(year, Month.NOVEMBER, 11, "Veterans Day"),
                new Holiday(
                        LocalDate.of(year, 11, 1)
                                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
                        "Thanksgiving Day"),
                fixed(year, Month.DECEMBER, 25, "Christmas Day"));
    }

    private static Holiday fixed(int year, Month month, int day, String name) {
        var date = LocalDate.of(year, month, day);
        return new Holiday(
                switch (date.getDayOfWeek()) {
                    case SATURDAY -> date.minusDays(1);
                    case SUNDAY -> date.plusDays(1);
                    default -> date;
                },
                name);
    }

    private static Holiday nth(int year, Month month, int which, String name) {
        return new Holiday(
                LocalDate.of(year, month, 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY)),
                name);
    }
}
