package care.trellis.sessions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * How often something happens: a rule of RFC 5545, as far as a program's week needs it. Weekly on
 * some days, or monthly on a day of the month or on such as the second Tuesday; every so many weeks
 * or months; without an end, until a day, or so many times. It speaks of dates only; what a clock
 * change does to one of them is for {@link SessionCalendar} to say.
 *
 * @param rule the rule as calendars exchange it, such as {@code FREQ=WEEKLY;WKST=MO;BYDAY=MO,WE}
 */
public record Recurrence(String rule) {

    /** Most weeks or months between two times. */
    public static final int LONGEST_INTERVAL = 12;

    /** Most times that a rule may count. */
    public static final int LONGEST_COUNT = 500;

    /**
     * Reads a rule and writes it in one fixed way.
     *
     * @throws IllegalArgumentException for what is no rule, or one that no block of a week has; the
     *     message says what to write
     */
    public Recurrence {
        rule = RecurrenceText.canonical(rule);
    }

    /** Every week on these days. */
    public static Recurrence weekly(DayOfWeek... days) {
        return weekly(1, List.of(days));
    }

    /** Every so many weeks on these days; weeks begin on Monday. */
    public static Recurrence weekly(int weeks, Collection<DayOfWeek> days) {
        return new Recurrence(
                "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s"
                        .formatted(
                                weeks,
                                days.stream()
                                        .distinct()
                                        .sorted()
                                        .map(RecurrenceText::code)
                                        .collect(Collectors.joining(","))));
    }

    /**
     * Every so many months on one day.
     *
     * @param day 1 to 31, or -1 for the last; months without that day are passed over
     */
    public static Recurrence monthlyOnDay(int months, int day) {
        return new Recurrence("FREQ=MONTHLY;INTERVAL=%d;BYMONTHDAY=%d".formatted(months, day));
    }

    /**
     * Every so many months on such as the second Tuesday.
     *
     * @param which 1 to 4, or -1 for the last
     */
    public static Recurrence monthlyOn(int months, int which, DayOfWeek day) {
        return new Recurrence(
                "FREQ=MONTHLY;INTERVAL=%d;BYDAY=%d%s"
                        .formatted(months, which, RecurrenceText.code(day)));
    }

    /** The same, until a day at the latest. */
    public Recurrence until(LocalDate day) {
        return new Recurrence(endless() + ";UNTIL=" + day.toString().replace("-", ""));
    }

    /** The same, so many times. */
    public Recurrence times(int count) {
        return new Recurrence(endless() + ";COUNT=" + count);
    }

    /** Whether it counts its months; otherwise its weeks. */
    public boolean monthly() {
        return recur().getFrequency() == Frequency.MONTHLY;
    }

    /** Weeks or months from one time to the next, 1 for every one. */
    public int interval() {
        return Math.max(1, recur().getInterval());
    }

    /** How many times; 0 where it is not counted. */
    public int count() {
        return Math.max(0, recur().getCount());
    }

    /** The last day it may fall on; nothing where the rule does not name one. */
    public @Nullable LocalDate until() {
        return recur().getUntil();
    }

    /** The day of the month, -1 for the last; 0 where the rule goes by days of the week. */
    public int dayOfMonth() {
        var days = recur().getMonthDayList();
        return days.isEmpty() ? 0 : days.getFirst();
    }

    /** Which day of the week in its month, such as 2 for the second; 0 for a weekly rule. */
    public int which() {
        var days = recur().getDayList();
        return days.isEmpty() ? 0 : days.getFirst().getOffset();
    }

    /** The days of the week, Monday first; none for a rule by day of the month. */
    public List<DayOfWeek> days() {
        return recur().getDayList().stream()
                .map(RecurrenceText::day)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Times in an ordinary week, such as 2.0 for Monday and Wednesday or 0.5 for every second. */
    public double perWeek() {
        return monthly() ? 12.0 / 52 / interval() : (double) days().size() / interval();
    }

    /**
     * The dates within a span, first to last. What counts begins with the first date on or after
     * {@code first} that fits the rule.
     *
     * @param first no date lies before it
     */
    public List<LocalDate> dates(LocalDate first, LocalDate spanFrom, LocalDate spanTo) {
        var last = until();
        if (spanTo.isBefore(first) || spanTo.isBefore(spanFrom)) {
            return List.of();
        }
        LocalDate from = first.isAfter(spanFrom) || count() > 0 ? first : spanFrom;
        return recur().getDates(first, from, spanTo.plusDays(1)).stream()
                .filter(date -> !date.isBefore(spanFrom) && !date.isAfter(spanTo))
                .filter(date -> last == null || !date.isAfter(last))
                .toList();
    }

    /** The rule as people say it: {@code Every Monday and Wednesday, until Jun 30, 2026}. */
    public String sentence() {
        return RecurrenceText.sentence(this);
    }

    /** Where its count of weeks or months begins: the Monday, or the first, before a date. */
    LocalDate periodOf(LocalDate date) {
        return monthly()
                ? date.withDayOfMonth(1)
                : date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The last day of its week or month. */
    LocalDate endOfPeriod(LocalDate date) {
        return monthly()
                ? date.with(TemporalAdjusters.lastDayOfMonth())
                : date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private String endless() {
        return rule.replaceAll(";(UNTIL|COUNT)=[^;]*", "");
    }

    private Recur<LocalDate> recur() {
        return new Recur<>(rule);
    }

    /** Days of the week in the language of people. */
    static String name(DayOfWeek day) {
        return day.getDisplayName(java.time.format.TextStyle.FULL, Locale.US);
    }
}
