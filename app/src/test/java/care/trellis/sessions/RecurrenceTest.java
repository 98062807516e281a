package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules by example, and thousands of them beside a model that walks day by day. */
class RecurrenceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;BYDAY=WE,MO                | Every Monday and Wednesday",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR       | Every weekday",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU        | Every second week on Tuesday",
                "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12    | Every Monday, Wednesday and Friday, 12 times",
                "FREQ=MONTHLY;BYDAY=2TU                 | Every month on the second Tuesday",
                "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260630 | Every month on the last Friday, until Jun 30, 2026",
                "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15  | Every 3 months on day 15",
                "FREQ=MONTHLY;BYMONTHDAY=-1             | Every month on the last day"
            })
    void a_rule_reads_as_people_say_it(String rule, String sentence) {
        assertThat(new Recurrence(rule).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every Monday",
                "FREQ=HOURLY",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY=2TU",
                "FREQ=MONTHLY",
                "FREQ=MONTHLY;BYDAY=MO,TU",
                "FREQ=MONTHLY;BYDAY=TU",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=3;UNTIL=20260630",
                "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260630T000000Z",
                "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9",
                "FREQ=WEEKLY;INTERVAL=13;BYDAY=MO",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=501"
            })
    void what_no_block_of_a_week_has_is_refused_with_the_fix(String rule) {
        assertThatThrownBy(() -> new Recurrence(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("null");
    }

    @Test
    void the_thirty_first_passes_over_months_without_it() {
        assertThat(Recurrence.monthlyOnDay(1, 31).dates(MONDAY, MONDAY, LocalDate.of(2026, 8, 31)))
                .containsExactly(
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 5, 31),
                        LocalDate.of(2026, 7, 31),
                        LocalDate.of(2026, 8, 31));
    }

    @Test
    void the_last_day_of_february_is_the_leap_day_in_a_leap_year() {
        assertThat(
                        Recurrence.monthlyOnDay(12, -1)
                                .dates(
                                        LocalDate.of(2027, 2, 1),
                                        LocalDate.of(2027, 2, 1),
                                        LocalDate.of(2029, 12, 31)))
                .containsExactly(
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2029, 2, 28));
    }

    @Test
    void nine_in_the_morning_stays_nine_when_the_clock_changes_and_one_date_is_left_out() {
        var zone = ZoneId.of("America/New_York");
        var dates =
                new Repetition(
                                new Recurrence("FREQ=WEEKLY;BYDAY=MO,WE,TH;COUNT=9"),
                                MONDAY,
                                null,
                                Set.of(LocalDate.of(2026, 3, 9)),
                                Set.of())
                        .dates(MONDAY, MONDAY.plusWeeks(8));

        assertThat(dates).hasSize(8);
        assertThat(dates)
                .allSatisfy(date ->
                        assertThat(
                                        SessionCalendar.on(date, LocalTime.of(9, 0), 60, zone)
                                                .startsAt()
                                                .atZone(zone)
                                                .toLocalTime())
                                .isEqualTo("09:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "America/Phoenix",
                "Pacific/Honolulu",
                "America/Puerto_Rico",
                "America/Denver"
            })
    void every_night_of_two_years_ends_by_the_clock_on_the_wall(String zoneName) {
        var zone = ZoneId.of(zoneName);
        var every = Recurrence.weekly(DayOfWeek.values());
        for (var night : every.dates(MONDAY, MONDAY, MONDAY.plusYears(2))) {
            var session = SessionCalendar.on(night, LocalTime.of(22, 0), 480, zone);
            assertThat(session.startsAt().atZone(zone).toLocalTime()).isEqualTo("22:00");
            assertThat(session.endsAt().atZone(zone).toLocalTime()).isEqualTo("06:00");
            assertThat(session.date()).isEqualTo(night);
        }
    }

    @Test
    void five_thousand_random_rules_have_the_dates_of_the_model() {
        var random = new Random(20261122);
        for (int i = 0; i < 5000; i++) {
            var rule = random(random);
            var first = MONDAY.plusDays(random.nextInt(1500));
            var from = first.plusDays(random.nextInt(400) - 100);
            var to = from.plusDays(random.nextInt(500));
            assertThat(rule.dates(first, from, to))
                    .as("%s from %s within %s and %s", rule.rule(), first, from, to)
                    .isEqualTo(model(rule, first, from, to));
            assertThat(new Recurrence(rule.rule())).isEqualTo(rule);
        }
    }

    private static Recurrence random(Random random) {
        int interval = 1 + random.nextInt(random.nextBoolean() ? 1 : 5);
        var rule =
                switch (random.nextInt(4)) {
                    case 0 ->
                            Recurrence.monthlyOnDay(
                                    interval,
                                    random.nextInt(10) == 0 ? -1 : 1 + random.nextInt(31));
                    case 1 ->
                            Recurrence.monthlyOn(
                                    interval,
                                    random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(4),
                                    DayOfWeek.of(1 + random.nextInt(7)));
                    default -> {
                        var days = new ArrayList<DayOfWeek>();
                        for (var day : DayOfWeek.values()) {
                            if (random.nextInt(3) == 0) {
                                days.add(day);
                            }
                        }
                        yield Recurrence.weekly(
                                interval, days.isEmpty() ? List.of(DayOfWeek.FRIDAY) : days);
                    }
                };
        return switch (random.nextInt(3)) {
            case 0 -> rule.times(1 + random.nextInt(40));
            case 1 -> rule.until(MONDAY.plusDays(random.nextInt(2000)));
            default -> rule;
        };
    }

    /** What a rule says, read once. */
    private record Said(
            boolean monthly,
            int interval,
            int count,
            @Nullable LocalDate until,
            int dayOfMonth,
            int which,
            List<DayOfWeek> days) {

        static Said by(Recurrence rule) {
            return new Said(
                    rule.monthly(),
                    rule.interval(),
                    rule.count(),
                    rule.until(),
                    rule.dayOfMonth(),
                    rule.which(),
                    rule.days());
        }
    }

    /** Walks from the first day, one day at a time. */
    private static List<LocalDate> model(
            Recurrence rule, LocalDate first, LocalDate from, LocalDate to) {
        var said = Said.by(rule);
        var last = said.until();
        var dates = new ArrayList<LocalDate>();
        int count = 0;
        for (var day = first; !day.isAfter(to); day = day.plusDays(1)) {
            if (!fits(said, first, day) || (last != null && day.isAfter(last))) {
                continue;
            }
            if (said.count() > 0 && ++count > said.count()) {
                break;
            }
            if (!day.isBefore(from)) {
                dates.add(day);
            }
        }
        return dates;
    }

    private static boolean fits(Said rule, LocalDate first, LocalDate day) {
        if (!rule.monthly()) {
            var monday = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
            return rule.days().contains(day.getDayOfWeek())
                    && ChronoUnit.WEEKS.between(first.with(monday), day.with(monday))
                                    % rule.interval()
                            == 0;
        }
        if (ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day)) % rule.interval()
                != 0) {
            return false;
        }
        if (rule.dayOfMonth() != 0) {
            return rule.dayOfMonth() == -1
                    ? day.equals(day.with(TemporalAdjusters.lastDayOfMonth()))
                    : day.getDayOfMonth() == rule.dayOfMonth();
        }
        return day.equals(
                day.with(TemporalAdjusters.dayOfWeekInMonth(rule.which(), rule.days().getFirst())));
    }
}
