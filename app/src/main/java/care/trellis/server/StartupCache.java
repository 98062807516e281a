package care.trellis.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JDK's cache of loaded and linked classes after a first start, so that the next start
 * costs about half. A second, idle copy of the program on a throw-away home is trained at the
 * lowest priority; the program that serves is not touched. The launcher names the file and throws
 * it away when the JDK or a jar changes.
 */
final class StartupCache implements AutoCloseable {

    /** Set by the launcher when there is no fitting cache: where to put it. */
    private static final String FILE = "trellis.startup-cache";

    /** Set by the launcher: the argument file with the class path. */
    private static final String ARGUMENTS = "trellis.startup-arguments";

    /** Long enough for the person who just started the program to look at the first page. */
    private static final long SECONDS_OF_PEACE = 20;

    private final Thread maker;
    private volatile @Nullable Process training;

    private StartupCache(Class<?> application, Path file, String arguments) {
        maker =
                Thread.ofPlatform()
                        .daemon()
                        .name("startup-cache")
                        .start(() -> make(application, file, arguments));
    }

    /** Begins in the background; returns something to close when the program ends first. */
    static Optional<StartupCache> makeWhereMissing(Class<?> application) {
        var file = System.getProperty(FILE);
        var arguments = System.getProperty(ARGUMENTS);
        return file == null || arguments == null
                ? Optional.empty()
                : Optional.of(new StartupCache(application, Path.of(file), arguments));
    }

    private void make(Class<?> application, Path file, String arguments) {
        var partial = file.resolveSibling("startup.partial");
        var home = file.resolveSibling("startup-home");
        try (var lock = ProcessLock.open(folderOf(file), "startup.lock").orElseThrow()) {
            TimeUnit.SECONDS.sleep(SECONDS_OF_PEACE);
            if (!lock.tryExclusive() || Files.exists(file)) {
                return;
            }
            DirectoryTrees.delete(home);
            if (train(application, partial, home, arguments) == 0) {
                forgetOthers(file);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            }
            DirectoryTrees.delete(home);
            Files.deleteIfExists(partial);
        } catch (IOException _) {
            // the cache is a convenience: without it the next start is slower, nothing else
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int train(Class<?> application, Path partial, Path home, String arguments)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                List.of(
                                        "nice",
                                        "-n",
                                        "19",
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:AOTCacheOutput=" + partial,
                                        "@" + arguments,
                                        StartupTraining.class.getName(),
                                        application.getName(),
                                        home.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(partial.resolveSibling("startup.log").toFile())
                        .start();
        training = process;
        return process.waitFor();
    }

    private static void forgetOthers(Path file) throws IOException {
        try (var caches = Files.newDirectoryStream(folderOf(file), "startup-*.aot")) {
            for (var cache : caches) {
                Files.delete(cache);
            }
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    @Override
    public void close() {
        maker.interrupt();
        var process = training;
        if (process != null) {
            process.destroy();
        }
    }
}
