package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When messages may leave. */
class QuietHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");

    @Test
    void at_night_a_message_waits_for_the_morning() {
        assertThat(QuietHours.USUAL.next(Instant.parse("2026-03-03T03:30:00Z"), NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
        assertThat(QuietHours.USUAL.next(Instant.parse("2026-03-03T11:30:00Z"), NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
    }

    @Test
    void by_day_it_leaves_at_once_and_eight_in_the_morning_is_day() {
        var eight = Instant.parse("2026-03-03T13:00:00Z");

        assertThat(QuietHours.USUAL.next(eight, NEW_YORK)).isEqualTo(eight);
        assertThat(QuietHours.USUAL.next(eight, HONOLULU))
                .as("three at night in Hawaii")
                .isEqualTo(Instant.parse("2026-03-03T18:00:00Z"));
    }

    @Test
    void the_night_of_the_lost_hour_ends_at_eight_by_the_clock() {
        assertThat(QuietHours.USUAL.next(Instant.parse("2026-03-08T06:00:00Z"), NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
    }

    @Test
    void whatever_the_hours_the_next_moment_is_not_quiet_and_less_than_a_day_away() {
        var random = new Random(30);
        for (int turn = 0; turn < 5_000; turn++) {
            var hours =
                    new QuietHours(
                            LocalTime.of(random.nextInt(24), random.nextInt(60)),
                            LocalTime.of(random.nextInt(24), random.nextInt(60)));
            var moment =
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
            var next = hours.next(moment, NEW_YORK);

            assertThat(next).isBetween(moment, moment.plusSeconds(25 * 3600));
            assertThat(hours.next(next, NEW_YORK)).isEqualTo(next);
        }
    }
}
