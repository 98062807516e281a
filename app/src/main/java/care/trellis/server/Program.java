package care.trellis.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The long-running program: one per home. */
public final class Program {

    private Program() {}

    /**
     * Runs a main method's work. An expected failure becomes its one sentence on standard error and
     * exit code 1; anything else is a bug and keeps its trace.
     */
    public static void main(Runnable work) {
        try {
            work.run();
        } catch (CannotStart e) {
            System.err.println("trellis: " + sentence(e));
            System.exit(1);
        } catch (RuntimeException e) {
            if (!(e instanceof SpringApplication.AbandonedRunException)) {
                e.printStackTrace();
                System.exit(1);
            }
        }
    }

    private static String sentence(CannotStart failure) {
        var text = String.valueOf(failure.getMessage());
        return text.contains("No space left on device")
                ? "No space is left on the disk; make room and start again. (%s)".formatted(text)
                : text;
    }

    /**
     * Starts everything and returns the ready application. At the end of the process the context
     * and its pool close first, then PostgreSQL stops, then the home is free again.
     *
     * @param application the Spring Boot application class
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, Settings settings, String... arguments) {
        return start(application, settings, home -> {}, arguments);
    }

    /**
     * The same, with something to do first: when the home is this program's alone, and before its
     * database is opened.
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, Settings settings, Consumer<Home> first, String... arguments) {
        var home = Home.open(settings.home());
        var lock = home.lockForProgram();
        first.accept(home);
        home.masterKey();
        requireFreePort(settings);
        var database = OpenDatabase.of(settings, home);
        Runnable release =
                () -> {
                    database.close();
                    close(lock);
                };
        SpringApplication.getShutdownHandlers().add(release);
        try {
            var spring = new SpringApplication(application);
            spring.addInitializers(
                    _ -> database.server().ifPresent(EmbeddedPostgres::keepUntilClosed));
            spring.setMainApplicationClass(application);
            spring.setDefaultProperties(properties(settings, home, database.database()));
            var context = spring.run(arguments);
            System.err.println("trellis: ready at " + address(settings, context));
            StartupCache.makeWhereMissing(application)
                    .ifPresent(cache -> SpringApplication.getShutdownHandlers().add(cache::close));
            return context;
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private static String address(Settings settings, ConfigurableApplicationContext context) {
        return settings.baseUrl()
                .orElseGet(() ->
                        "%s://%s:%s"
                                .formatted(
                                        settings.tls().isPresent() ? "https" : "http",
                                        settings.address().getHostAddress(),
                                        context.getEnvironment()
                                                .getRequiredProperty("local.server.port")));
    }

    private static void close(ProcessLock lock) {
        try {
            lock.close();
        } catch (IOException _) {
            // the process ends now, and the kernel frees the lock with it
        }
    }

    private static void requireFreePort(Settings settings) {
        try (var _ = new ServerSocket(settings.port(), 1, settings.address())) {
            // free: the web server takes it in a moment
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d on %s cannot be used (%s); stop the other program or set TRELLIS_PORT."
                            .formatted(
                                    settings.port(),
                                    settings.address().getHostAddress(),
                                    e.getMessage()),
                    e);
        }
    }

    static Map<String, Object> properties(Settings settings, Home home, Database database) {
        var properties = new HashMap<String, Object>();
        properties.put("trellis.home", home.directory().toString());
        properties.put("trellis.master-key", home.masterKey().toString());
        settings.baseUrl().ifPresent(url -> properties.put("trellis.base-url", url));
        properties.put(
                "trellis.secure", settings.tls().isPresent() || settings.proxy().isPresent());
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.address().getHostAddress());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.app().user());
        properties.put("spring.datasource.password", database.app().password());
        // Whatever platform this runs on: no header names the client unless a proxy was declared.
        properties.put("server.forward-headers-strategy", "none");
        properties.put("spring.main.banner-mode", "off");
        settings.tls()
                .ifPresent(tls -> {
                    var bundle = "spring.ssl.bundle.pem.trellis.keystore.";
                    properties.put(bundle + "certificate", "file:" + tls.certificate());
                    properties.put(bundle + "private-key", "file:" + tls.key());
                    properties.put("server.ssl.bundle", "trellis");
                });
        settings.proxy()
                .ifPresent(proxy -> {
                    properties.put("server.forward-headers-strategy", "native");
                    properties.put("server.tomcat.remoteip.internal-proxies", Pattern.quote(proxy));
                });
        return properties;
    }
}
