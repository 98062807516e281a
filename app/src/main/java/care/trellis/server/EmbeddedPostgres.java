package care.trellis.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL on a directory of its own, with everything that makes a commit durable left on.
 *
 * <p>Several processes may use one directory at a time: the first starts the server, the others
 * join it, and the last to leave stops it. A server whose users all died is stopped and started
 * anew. A server that dies under its users is started again on the same port, so that a connection
 * pool heals without help.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final long WATCH_EVERY_MILLIS = 500;

    private final PostgresCluster cluster;
    private final Path directory;
    private final ProcessLock inUse;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::close);
    private final Thread watch;

    private EmbeddedPostgres(PostgresCluster cluster, Path directory, ProcessLock inUse, int port) {
        this.cluster = cluster;
        this.directory = directory;
        this.inUse = inUse;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(atExit);
        this.watch = Thread.ofPlatform().daemon().name("postgresql-watch").start(this::watch);
    }

    /** Starts the server of this directory, or joins it where another process runs it. */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, directory);
    }

    /** The same, with the unpacked programs kept in a folder that several directories may share. */
    public static EmbeddedPostgres start(Path directory, Path binaries) {
        try {
            return startOrJoin(directory.toAbsolutePath(), binaries.toAbsolutePath());
        } catch (IOException e) {
            throw failure(directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while starting PostgreSQL.", e);
        }
    }

    private static EmbeddedPostgres startOrJoin(Path directory, Path binaries)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var inUse =
                ProcessLock.open(directory, "in-use.lock")
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "This process already uses " + directory));
        try (var _ = startOrStop(directory)) {
            var alone = inUse.tryExclusive();
            var cluster = PostgresCluster.prepare(directory, binaries);
            if (alone) {
                cluster.stop();
            }
            var running = alone ? Optional.<Integer>empty() : cluster.runningPort();
            var port = running.isPresent() ? running.get() : cluster.startOnFreePort();
            inUse.shared();
            return new EmbeddedPostgres(cluster, directory, inUse, port);
        } catch (IOException | InterruptedException | RuntimeException e) {
            inUse.close();
            throw e;
        }
    }

    /** Only one process at a time starts or stops the server. */
    private static ProcessLock startOrStop(Path directory) throws IOException {
        var lock =
                ProcessLock.open(directory, "start.lock")
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "This process already starts " + directory));
        lock.exclusive();
        return lock;
    }

    /** The address of one database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The login that may do everything; the program itself never uses it after its start. */
    public Credentials superuser() {
        return cluster.superuser();
    }

    /** The folder that PostgreSQL keeps its files in. */
    public Path dataDirectory() {
        return cluster.data();
    }

    /**
     * By default the server is left when the process ends. A caller that has something to finish
     * first takes that over and must call {@link #close} itself.
     */
    public void keepUntilClosed() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // the process ends already, and the server with it
        }
    }

    /** Leaves the server; the last process to leave stops it cleanly. */
    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        closed.countDown();
        keepUntilClosed();
        try {
            watch.join();
            try (var _ = startOrStop(directory);
                    inUse) {
                if (inUse.tryExclusive()) {
                    cluster.stop();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Stopping PostgreSQL in " + directory, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (closed.getCount() > 0) {
            try {
                var ended = closed.await(WATCH_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (!ended && cluster.runningPort().isEmpty()) {
                    startAgain();
                }
            } catch (InterruptedException _) {
                return;
            } catch (IOException | CannotStart e) {
                System.err.println(
                        "trellis: PostgreSQL stopped and does not start: " + e.getMessage());
            }
        }
    }

    private void startAgain() throws IOException, InterruptedException {
        try (var _ = startOrStop(directory)) {
            if (closed.getCount() > 0 && cluster.runningPort().isEmpty()) {
                cluster.start(port);
            }
        }
    }

    private static CannotStart failure(Path directory, IOException e) {
        return new CannotStart(
                "PostgreSQL does not start in %s: %s".formatted(directory, e.getMessage()), e);
    }
}
