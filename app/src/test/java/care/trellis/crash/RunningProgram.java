package care.trellis.crash;

import care.trellis.Trellis;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program on a home of its own, in a process of its own, with its own PostgreSQL. */
final class RunningProgram implements AutoCloseable {

    private static final String READY = "trellis: ready at ";

    private final Path home;
    private final Path log;
    private final Thread atExit = new Thread(this::killEverything);
    private volatile Process process;
    private volatile URI address;

    private RunningProgram(Path home) throws Exception {
        this.home = home;
        this.log = home.resolve("program.log");
        Runtime.getRuntime().addShutdownHook(atExit);
        this.process = launch();
        this.address = ready(process);
    }

    /** Returns when the program answers. */
    static RunningProgram start(Path home) throws Exception {
        return new RunningProgram(home);
    }

    /** Starts it again after it was killed; it may come back at another port. */
    void startAgain() throws Exception {
        process = launch();
        address = ready(process);
    }

    URI address() {
        return address;
    }

    /** As kill -9 does; its PostgreSQL is left alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As kill -9 of the server and each of its workers does. */
    void killDatabase() {
        databaseServer()
                .ifPresent(server -> {
                    var workers = server.descendants().toList();
                    server.destroyForcibly();
                    workers.forEach(ProcessHandle::destroyForcibly);
                });
    }

    /** Asks it to end, as a service manager does. */
    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            killEverything();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void killEverything() {
        process.destroyForcibly();
        killDatabase();
    }

    private Process launch() throws IOException {
        var builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Trellis.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("TRELLIS_"));
        builder.environment().put("TRELLIS_HOME", home.toString());
        builder.environment().put("TRELLIS_PORT", "0");
        return builder.redirectErrorStream(true).start();
    }

    /** The program's own; what belongs to tests would be found by it. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private URI ready(Process started) throws Exception {
        var said = new CompletableFuture<URI>();
        Thread.ofVirtual().start(() -> listen(started, said));
        return said.get(2, TimeUnit.MINUTES);
    }

    private void listen(Process started, CompletableFuture<URI> ready) {
        try (BufferedReader lines = started.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                Files.write(
                        log, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length())));
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IOException("The program did not start; see " + log));
    }

    private Optional<ProcessHandle> databaseServer() {
        try {
            var pid = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .filter(server -> isPostgres(server));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a kill the number in the file may belong to somebody else. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }
}
