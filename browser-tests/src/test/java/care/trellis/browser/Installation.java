package care.trellis.browser;

import care.trellis.Trellis;
import care.trellis.base.SettableClock;
import care.trellis.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An empty installation that serves on a free port, with a clock that the test sets. */
final class Installation implements AutoCloseable {

    static final String FIRST_RUN_CODE = "BROWSER-TEST";

    /** Two starts at the same moment trip over each other where they set up the log. */
    private static final ReentrantLock LOG_SET_UP = new ReentrantLock();

    private static @Nullable Installation demo;

    private final ConfigurableApplicationContext context;

    Installation() {
        this(List.of(Trellis.class, SetClock.class), List.of());
    }

    private Installation(List<Class<?>> sources, List<String> settings) {
        var application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.addInitializers(new TestDatabase.Initializer());
        var arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--trellis.first-run-code=" + FIRST_RUN_CODE);
        arguments.add("--trellis.home=" + home());
        application.addListeners(
                (ApplicationListener<ApplicationContextInitializedEvent>)
                        event -> LOG_SET_UP.unlock());
        LOG_SET_UP.lock();
        try {
            context = application.run(arguments.toArray(String[]::new));
        } finally {
            if (LOG_SET_UP.isHeldByCurrentThread()) {
                LOG_SET_UP.unlock();
            }
        }
    }

    /**
     * The synthetic clinic with its staff and history, on the clock of the wall. It is made once;
     * all who ask work in the same one, side by side, and it ends with the tests.
     */
    static synchronized Installation ofTheDemo() {
        if (demo == null) {
            demo =
                    new Installation(
                            List.of(Trellis.class, UnusedClock.class),
                            List.of("--trellis.demo=true", "--trellis.demo.make=true"));
        }
        return demo;
    }

    /** A folder of its own, with a name that is wider than a phone and has no place to break. */
    private static Path home() {
        try {
            return Files.createTempDirectory("trellis_home_of_a_clinic_with_a_rather_long_name_");
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
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

    /** No configuration of its own, so that it is found only where it is named. */
    static class SetClock {

        /** Monday 2 March 2026, 08:30 in New York. */
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.parse("2026-03-02T13:30:00Z"));
        }
    }

    /**
     * The application's own test parts are on the class path and ask for one; the demo has its own.
     */
    static class UnusedClock {

        @Bean
        SettableClock settableClock() {
            return new SettableClock(Instant.EPOCH);
        }
    }
}
