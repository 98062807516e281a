package care.trellis.server;

import java.nio.file.Path;

/** Where tests keep what is costly to make again. */
final class TestFolders {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** The home of the tests' own server. */
    static final Path HOME = TARGET.resolve("test-home");

    /** PostgreSQL, unpacked once for all tests. */
    static final Path BINARIES = TARGET.resolve("test-postgresql");

    private TestFolders() {}
}
