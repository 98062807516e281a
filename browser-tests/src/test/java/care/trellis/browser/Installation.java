package care.trellis.browser;

import care.trellis.Trellis;
import care.trellis.base.SettableClock;
import care.trellis.testing.TestDatabase;
import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** An empty installation that serves on a free port, with a clock that the test sets. */
final class Installation implements AutoCloseable {

    static final String FIRST_RUN_CODE = "BROWSER-TEST";

    private final ConfigurableApplicationContext context;

    Installation() {
        var application = new SpringApplication(Trellis.class, SetClock.class);
        application.addInitializers(new TestDatabase.Initializer());
        context = application.run("--server.port=0", "--trellis.first-run-code=" + FIRST_RUN_CODE);
    }

    String address() {
        return "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class SetClock {

        /** Monday 2 March 2026, 08:30 in New York. */
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.parse("2026-03-02T13:30:00Z"));
        }
    }
}
