package care.trellis.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of one PostgreSQL server and the commands that start and stop it. */
final class PostgresCluster {

    private static final String SUPERUSER = "postgres";
    private static final Duration UNTIL_LOCK_FILE_IS_FREE = Duration.ofSeconds(10);
    private static final long LARGEST_LOG_BYTES = 10_000_000;

    /**
     * Many rounds slow down guessing; our passwords are 256 random bits, and each connection of a
     * pool would pay for the rounds.
     */
    private static final String SCRAM_ROUNDS = "scram_iterations=1";

    /** What differs from PostgreSQL's own defaults; statements and values stay out of the log. */
    private static final List<String> OPTIONS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic",
                    "wal_level=replica",
                    SCRAM_ROUNDS);

    private final Path directory;
    private final Path binaries;
    private final ServerUser user;
    private final Credentials superuser;

    private PostgresCluster(Path directory, Path binaries, ServerUser user, Credentials superuser) {
        this.directory = directory;
        this.binaries = binaries;
        this.user = user;
        this.superuser = superuser;
    }

    /** Unpacks the programs and creates the cluster where either is missing. */
    static PostgresCluster prepare(Path directory, Path binariesCache)
            throws IOException, InterruptedException {
        var passwordFile = directory.resolve("superuser.password");
        if (!Files.exists(passwordFile)) {
            PrivateFiles.create(
                    passwordFile, PrivateFiles.password().getBytes(StandardCharsets.US_ASCII));
        }
        PrivateFiles.requireOwnerOnly(passwordFile);
        var cluster =
                new PostgresCluster(
                        directory,
                        PostgresBinaries.in(binariesCache),
                        ServerUser.find(),
                        new Credentials(SUPERUSER, Files.readString(passwordFile)));
        if (!Files.exists(cluster.data())) {
            cluster.initialize();
        }
        cluster.user.own(cluster.data());
        return cluster;
    }

    /** A cluster appears whole or not at all: a kill during its making leaves only scraps. */
    private void initialize() throws IOException, InterruptedException {
        var work = directory.resolve("initializing");
        DirectoryTrees.delete(work);
        Files.createDirectories(work);
        var password = work.resolve("password");
        PrivateFiles.create(password, superuser.password().getBytes(StandardCharsets.US_ASCII));
        user.own(work);
        user.requireReach(work);
        var log = directory.resolve("initdb.log");
        var exit =
                run(
                        log,
                        program("initdb"),
                        "--pgdata=" + work.resolve("data"),
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--set=" + SCRAM_ROUNDS,
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale-provider=icu",
                        "--icu-locale=en-US",
                        "--locale=C",
                        "--data-checksums");
        if (exit != 0) {
            throw new IOException(lastLine(Files.readString(log)));
        }
        Files.move(work.resolve("data"), data(), StandardCopyOption.ATOMIC_MOVE);
        DirectoryTrees.delete(work);
        Files.delete(log);
    }

    Path data() {
        return directory.resolve("data");
    }

    Credentials superuser() {
        return superuser;
    }

    /** The port of the living server of this cluster, if there is one. */
    Optional<Integer> runningPort() throws IOException {
        return serverProcess().isPresent()
                ? pidFileLine(3).map(Integer::valueOf)
                : Optional.empty();
    }

    int startOnFreePort() throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var port = freePort();
            try {
                start(port);
                return port;
            } catch (IOException e) {
                if (attempt == 5 || !String.valueOf(e.getMessage()).contains("in use")) {
                    throw e;
                }
            }
        }
    }

    /** Returns when the server takes connections; recovery after a crash is part of the wait. */
    void start(int port) throws IOException, InterruptedException {
        user.requireReach(data());
        var log = serverLog();
        var options = new StringBuilder("-c port=").append(port);
        OPTIONS.forEach(option -> options.append(" -c ").append(option));
        var giveUp = Instant.now().plus(UNTIL_LOCK_FILE_IS_FREE);
        while (true) {
            removePidFileOfAnotherProgram();
            var before = Files.exists(log) ? Files.size(log) : 0;
            var exit =
                    run(
                            directory.resolve("pg_ctl.log"),
                            program("pg_ctl"),
                            "start",
                            "--wait",
                            "--timeout=600",
                            "--pgdata=" + data(),
                            "--log=" + log,
                            "--options=" + options);
            if (exit == 0) {
                return;
            }
            var said = reason(log, before);
            var oldServerLingers = said.contains("already exists") || said.contains("still in use");
            if (!oldServerLingers || Instant.now().isAfter(giveUp)) {
                throw new IOException(said);
            }
            Thread.sleep(250);
        }
    }

    /** Stops the server if it lives; open transactions are rolled back, committed ones are safe. */
    void stop() throws IOException, InterruptedException {
        if (serverProcess().isEmpty()) {
            return;
        }
        var log = directory.resolve("pg_ctl.log");
        var exit =
                run(
                        log,
                        program("pg_ctl"),
                        "stop",
                        "--mode=fast",
                        "--wait",
                        "--timeout=60",
                        "--pgdata=" + data());
        if (exit != 0 && serverProcess().isPresent()) {
            throw new IOException(lastLine(Files.readString(log)));
        }
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        return pidFileLine(0)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> !isAnotherProgram(process));
    }

    /**
     * After a reboot the number in the file may belong to somebody else; PostgreSQL would wait for
     * it.
     */
    private void removePidFileOfAnotherProgram() throws IOException {
        var other =
                pidFileLine(0)
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                        .filter(PostgresCluster::isAnotherProgram);
        if (other.isPresent()) {
            Files.delete(pidFile());
        }
    }

    private static boolean isAnotherProgram(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        !Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private Optional<String> pidFileLine(int index) throws IOException {
        try {
            var lines = Files.readAllLines(pidFile());
            return index < lines.size() && !lines.get(index).isBlank()
                    ? Optional.of(lines.get(index).strip())
                    : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** The server writes its log itself, so the file must be its user's own. */
    private Path serverLog() throws IOException {
        var log = directory.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        user.own(log);
        return log;
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private int run(Path log, String... command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(user.command(command))
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start().waitFor();
    }

    private String reason(Path log, long before) throws IOException {
        var text = Files.readString(log);
        var fresh = text.substring((int) Math.min(before, text.length()));
        return fresh.lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                .reduce((first, last) -> first + " " + last)
                .orElseGet(() -> lastLine(fresh));
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .orElse("no reason given");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
