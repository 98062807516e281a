package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar truth table, row by row. */
class SessionCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2027-03-13, 2027-03-13T14:00:00Z",
        "2027-03-14, 2027-03-14T13:00:00Z",
        "2027-03-15, 2027-03-15T13:00:00Z"
    })
    void a_group_at_nine_stays_at_nine_when_the_clock_goes_forward(LocalDate day, Instant starts) {
        var group = SessionCalendar.on(day, LocalTime.of(9, 0), 60, NEW_YORK);

        assertThat(group.startsAt()).isEqualTo(starts);
        assertThat(group.minutes()).isEqualTo(60);
        assertThat(group.shifted()).isFalse();
    }

    @Test
    void a_time_that_does_not_exist_moves_forward_and_says_so() {
        var group =
                SessionCalendar.on(LocalDate.of(2027, 3, 14), LocalTime.of(2, 30), 60, NEW_YORK);

        assertThat(group.startsAt()).isEqualTo("2027-03-14T07:30:00Z");
        assertThat(group.startsAt().atZone(NEW_YORK).toLocalTime()).isEqualTo("03:30");
        assertThat(group.shifted()).isTrue();
        assertThat(group.minutes()).isEqualTo(60);
    }

    @Test
    void a_time_that_comes_twice_is_the_first_one_and_keeps_its_minutes() {
        var group =
                SessionCalendar.on(LocalDate.of(2027, 11, 7), LocalTime.of(1, 30), 60, NEW_YORK);

        assertThat(group.startsAt()).isEqualTo("2027-11-07T05:30:00Z");
        assertThat(group.endsAt()).isEqualTo("2027-11-07T06:30:00Z");
        assertThat(group.shifted()).isFalse();
    }

    @Test
    void a_night_from_ten_to_six_has_seven_hours_when_the_clock_goes_forward() {
        var night =
                SessionCalendar.on(LocalDate.of(2027, 3, 13), LocalTime.of(22, 0), 480, NEW_YORK);

        assertThat(night.startsAt()).isEqualTo("2027-03-14T03:00:00Z");
        assertThat(night.endsAt().atZone(NEW_YORK).toLocalTime()).isEqualTo("06:00");
        assertThat(night.minutes()).isEqualTo(7 * 60);
        assertThat(night.date()).isEqualTo("2027-03-13");
    }

    @Test
    void a_night_from_ten_to_six_has_nine_hours_when_the_clock_goes_back() {
        var night =
                SessionCalendar.on(LocalDate.of(2027, 11, 6), LocalTime.of(22, 0), 480, NEW_YORK);

        assertThat(night.minutes()).isEqualTo(9 * 60);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Phoenix, 2027-01-15, 2027-01-15T16:00:00Z",
        "America/Phoenix, 2027-07-15, 2027-07-15T16:00:00Z",
        "Pacific/Honolulu, 2027-01-15, 2027-01-15T19:00:00Z",
        "Pacific/Honolulu, 2027-07-15, 2027-07-15T19:00:00Z",
        "America/Puerto_Rico, 2027-01-15, 2027-01-15T13:00:00Z",
        "America/Puerto_Rico, 2027-07-15, 2027-07-15T13:00:00Z"
    })
    void where_no_clock_changes_nine_is_the_same_instant_all_year(
            ZoneId zone, LocalDate day, Instant starts) {
        assertThat(SessionCalendar.on(day, LocalTime.of(9, 0), 60, zone).startsAt())
                .isEqualTo(starts);
    }

    @Test
    void a_clinician_in_denver_sees_nine_in_phoenix_as_ten_in_summer() {
        var group =
                SessionCalendar.on(
                        LocalDate.of(2027, 7, 15),
                        LocalTime.of(9, 0),
                        60,
                        ZoneId.of("America/Phoenix"));

        assertThat(group.startsAt().atZone(ZoneId.of("America/Denver")).toLocalTime())
                .isEqualTo("10:00");
    }

    @Test
    void a_site_of_the_navajo_nation_changes_its_clock_though_arizona_does_not() {
        var summer = LocalDate.of(2027, 7, 15);

        var navajo =
                SessionCalendar.on(summer, LocalTime.of(9, 0), 60, ZoneId.of("America/Denver"));
        var phoenix =
                SessionCalendar.on(summer, LocalTime.of(9, 0), 60, ZoneId.of("America/Phoenix"));

        assertThat(navajo.startsAt()).isEqualTo("2027-07-15T15:00:00Z");
        assertThat(phoenix.startsAt()).isEqualTo("2027-07-15T16:00:00Z");
    }

    @Test
    void a_weekly_block_has_one_date_a_week_within_its_own_first_and_last_day() {
        var dates =
                new Repetition(
                                Recurrence.weekly(DayOfWeek.SUNDAY),
                                LocalDate.of(2027, 3, 8),
                                LocalDate.of(2027, 3, 28),
                                Set.of(),
                                Set.of())
                        .dates(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 30));

        assertThat(dates)
                .containsExactly(
                        LocalDate.of(2027, 3, 14),
                        LocalDate.of(2027, 3, 21),
                        LocalDate.of(2027, 3, 28));
    }

    @Test
    void thirty_days_over_a_clock_change_are_calendar_days() {
        assertThat(LocalDate.of(2027, 3, 1).plusDays(30)).isEqualTo("2027-03-31");
        assertThat(
                        Recurrence.weekly(DayOfWeek.MONDAY)
                                .dates(
                                        LocalDate.of(2027, 3, 1),
                                        LocalDate.of(2027, 3, 1),
                                        LocalDate.of(2027, 3, 30)))
                .hasSize(5);
    }
}
