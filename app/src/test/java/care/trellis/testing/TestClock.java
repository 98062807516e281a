package care.trellis.testing;

import care.trellis.base.SettableClock;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Monday 2 March 2026, 08:30 in New York, until a test says otherwise. */
@TestConfiguration(proxyBeanMethods = false)
class TestClock {

    static final Instant MORNING = Instant.parse("2026-03-02T13:30:00Z");

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(MORNING);
    }
}
