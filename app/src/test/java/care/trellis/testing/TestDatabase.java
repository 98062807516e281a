package care.trellis.testing;

import care.trellis.server.Database;
import care.trellis.server.TestServer;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The databases of the tests: one real server per JVM below {@code target}, and for each Spring
 * context a fresh migrated database of its own. The server stops when the JVM ends, after the
 * contexts.
 */
public final class TestDatabase {

    private TestDatabase() {}

    /** A fresh, migrated database; cheap, because it is a copy of one that was migrated once. */
    public static Database fresh() {
        return TestServer.freshDatabase();
    }

    /**
     * Gives a Spring test context its database: {@code @ContextConfiguration(initializers = …)}.
     */
    public static final class Initializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestServer.stopAfterContexts();
            var database = fresh();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "testDatabase",
                                    Map.of(
                                            "spring.datasource.url", database.url(),
                                            "spring.datasource.username", database.app().user(),
                                            "spring.datasource.password", database.app().password(),
                                            "trellis.audit.sealing", "false",
                                            "trellis.master-key",
                                                    TestServer.masterKey().toString())));
        }
    }
}
