package care.trellis.server;

import java.nio.file.Path;

/** Where tests keep what is costly to make again. */
final class TestFolders {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Tests run in several JVMs side by side, and each has folders of its own. */
    private static final String JVM = System.getProperty("trellis.test.jvm", "1");

    /** The home of the tests' own server. */
    static final Path HOME = TARGET.resolve("test-home-" + JVM);

    /** PostgreSQL, unpacked once for all tests of a JVM. */
    static final Path BINARIES = TARGET.resolve("test-postgresql-" + JVM);

    private TestFolders() {}
}
