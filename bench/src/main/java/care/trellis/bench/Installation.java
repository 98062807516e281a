package care.trellis.bench;

import care.trellis.base.Keys;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A program of our own on a home of its own, started as {@code ./trellis start} starts it, with the
 * PostgreSQL that it starts. Gone without a trace when closed.
 */
final class Installation implements AutoCloseable {

    private static final Pattern GUIDE =
            Pattern.compile("The guide's schema was held against \\d+ claims in (\\d+) ms of CPU");
    private static final String SET_UP_CODE = "Set-up code for the first run: ";

    private final Path home;
    private final Process program;
    private final URI address;
    private final String setUpCode;
    private final AtomicLong guideMillis;

    private Installation(
            Path home, Process program, URI address, String setUpCode, AtomicLong guideMillis) {
        this.home = home;
        this.program = program;
        this.address = address;
        this.setUpCode = setUpCode;
        this.guideMillis = guideMillis;
    }

    /** Starts it and returns when it is ready. */
    static Installation start() throws IOException, InterruptedException {
        var home =
                Files.createTempDirectory(
                        "trellis-bench-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx--x--x")));
        int port = freePort();
        var builder = java(programClassPath(), "care.trellis.Trellis");
        builder.environment().keySet().removeIf(name -> name.startsWith("TRELLIS_"));
        builder.environment().put("TRELLIS_HOME", home.toString());
        builder.environment().put("TRELLIS_PORT", Integer.toString(port));
        var program = builder.start();
        var code = new CompletableFuture<String>();
        var guideMillis = new AtomicLong();
        awaitReady(
                program,
                "ready at ",
                line -> {
                    if (line.startsWith(SET_UP_CODE)) {
                        code.complete(line.substring(SET_UP_CODE.length()));
                    }
                    var guide = GUIDE.matcher(line);
                    if (guide.find()) {
                        guideMillis.addAndGet(Long.parseLong(guide.group(1)));
                    }
                });
        return new Installation(
                home,
                program,
                URI.create("http://127.0.0.1:" + port),
                code.completeOnTimeout("", 5, TimeUnit.SECONDS).join(),
                guideMillis);
    }

    /** A Java program beside this one, with the options that the launcher gives to all of them. */
    static ProcessBuilder java(String classPath, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Reads what a program says until it is ready, and goes on reading so that it never waits. */
    static void awaitReady(
            Process program, String ready, java.util.function.Consumer<String> each) {
        var isReady = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (var lines =
                            new BufferedReader(
                                    new InputStreamReader(
                                            program.getInputStream(), StandardCharsets.UTF_8))) {
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            each.accept(line);
                            if (line.contains(ready)) {
                                isReady.complete(true);
                            } else if (line.contains("ERROR")) {
                                System.err.println("  program: " + line);
                            }
                        }
                    } catch (IOException ended) {
                        // with the program
                    }
                    isReady.complete(false);
                });
        if (!isReady.completeOnTimeout(false, 120, TimeUnit.SECONDS).join()) {
            program.destroy();
            throw new IllegalStateException("The program did not start");
        }
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Without this bench, so that the program finds no classes that its users would not have. */
    private static String programClassPath() {
        var own =
                Path.of(
                        URI.create(
                                Installation.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        var libraries = own.resolveSibling("lib");
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .map(Path::toAbsolutePath)
                        .filter(entry -> !entry.equals(own) && !entry.startsWith(libraries))
                        .map(Path::toString)
                        .toList());
    }

    /** The keys of its home: what the sample writes is sealed with them. */
    Keys keys() throws IOException {
        return Keys.of(home.resolve("keys").resolve("master.key"));
    }

    URI address() {
        return address;
    }

    /** What the console shows for the first run. */
    String setUpCode() {
        return setUpCode;
    }

    /**
     * CPU milliseconds that the program says it has spent on holding claims against the guide's
     * schema.
     */
    double guideMillis() {
        return guideMillis.get();
    }

    /** The id of the application's process. */
    long program() {
        return program.pid();
    }

    /** The id of PostgreSQL's first process; all others are its children. */
    long postgres() throws IOException {
        return Long.parseLong(postmaster(0));
    }

    /** As the role that owns the tables; row security holds for it too. */
    Connection owner() throws IOException, SQLException {
        var logins = new Properties();
        try (var file = Files.newBufferedReader(postgresql("credentials.properties"))) {
            logins.load(file);
        }
        return connect(
                "trellis", logins.getProperty("owner.user"), logins.getProperty("owner.password"));
    }

    /** As the server's administrator: who makes the floor's database, and counts what is open. */
    Connection administrator(String database) throws IOException, SQLException {
        return connect(database, "postgres", Files.readString(postgresql("superuser.password")));
    }

    /** As a role that owns nothing and whom row security binds. */
    Connection modest(String database, String role, String password)
            throws IOException, SQLException {
        return connect(database, role, password);
    }

    private Connection connect(String database, String user, String password)
            throws IOException, SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/%s".formatted(postmaster(3), database), login);
    }

    private String postmaster(int line) throws IOException {
        return Files.readAllLines(postgresql("data/postmaster.pid")).get(line).strip();
    }

    private Path postgresql(String file) {
        return home.resolve("postgresql").resolve(file);
    }

    /** Stops the program, which stops PostgreSQL, and removes the home. */
    @Override
    public void close() throws IOException, InterruptedException {
        program.destroy();
        if (!program.waitFor(60, TimeUnit.SECONDS)) {
            program.destroyForcibly().waitFor();
        }
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
