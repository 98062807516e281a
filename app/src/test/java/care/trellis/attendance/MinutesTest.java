package care.trellis.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinutesTest {

    private static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T15:00:00Z");

    @ParameterizedTest(name = "{2} minutes from {0} to {1}")
    @CsvSource({
        "13:50:00, 15:10:00, 60",
        "14:00:00, 15:00:00, 60",
        "14:17:00, 15:01:00, 43",
        "14:00:01, 15:00:00, 59",
        "14:00:00, 14:59:59, 59",
        "14:30:00, 14:30:00, 0",
        "15:00:00, 15:30:00, 0",
        "13:00:00, 13:30:00, 0"
    })
    void only_whole_minutes_inside_the_session_count(String arrived, String left, int minutes) {
        assertThat(
                        Minutes.attended(
                                Instant.parse("2026-03-02T" + arrived + "Z"),
                                Instant.parse("2026-03-02T" + left + "Z"),
                                NINE,
                                TEN))
                .isEqualTo(minutes);
    }
}
