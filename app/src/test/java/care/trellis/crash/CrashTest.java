package care.trellis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.audit.VerifyCommand;
import care.trellis.base.Keys;
import care.trellis.server.Home;
import care.trellis.server.OpenDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * 1,100 check-ins, signatures, postings and answers while the program and its PostgreSQL are
 * killed: what was acknowledged is there exactly once, what was refused is not, and what nobody
 * knows becomes known by asking again with the same key. In the end one large check is killed in
 * the middle of its posting.
 *
 * <p>{@code -Dcrash.seed} repeats the moments of a run, though what is in flight then differs;
 * {@code -Dcrash.kills} makes them more.
 */
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 6);
    private static final Path HOME = Path.of("target/crash-home").toAbsolutePath();

    @Test
    void what_was_acknowledged_is_there_exactly_once_whatever_is_killed() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        var random = new Random(seed);
        FileSystemUtils.deleteRecursively(HOME);
        var stage = Stage.in(HOME);
        var operations = new ArrayList<>(stage.due());
        operations.addAll(stage.impossible());
        Collections.shuffle(operations, random);
        var history = new History();
        var began = Instant.now();

        try (var program = RunningProgram.start(HOME);
                var threads = Executors.newSingleThreadExecutor()) {
            var killer = new Killer(program, history, random, KILLS, operations.size());
            var killing = threads.submit(killer::run);
            new Mix(program, stage.sessionCookie(), history).run(operations);
            killing.get(3, TimeUnit.MINUTES);
            System.out.printf(
                    "crash.seed=%d: %s, %s, %d s%n",
                    seed,
                    killer,
                    history.unknown(),
                    Duration.between(began, Instant.now()).toSeconds());

            var held = killWhilePosting(program, new Mix(program, stage.sessionCookie(), history));
            assertThat(history.keys(Outcome.ACKNOWLEDGED, Operation.class))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(stage.due().stream(), Stream.of(held))
                                    .map(Operation::key)
                                    .toList());
            assertThat(history.keys(Outcome.REFUSED, Operation.class))
                    .containsExactlyInAnyOrderElementsOf(
                            stage.impossible().stream().map(Operation::key).toList());
            assertThat(history.unknown().keySet())
                    .as("an outage is told as one (503), never as a bug (500)")
                    .isSubsetOf("no answer", "status 503, retry after 2");
            check(stage, history);
        }
    }

    private static Operation killWhilePosting(RunningProgram program, Mix people) throws Exception {
        try (var open = OpenDatabase.of(Stage.settings(HOME), Home.open(HOME));
                var connection = superuser(open)) {
            return new HeldPosting(program, new SingleConnectionDataSource(connection, true))
                    .killOnce(people);
        }
    }

    private static Connection superuser(OpenDatabase open) throws SQLException {
        var superuser = open.server().orElseThrow().superuser();
        return DriverManager.getConnection(
                open.database().url(), superuser.user(), superuser.password());
    }

    private static void check(Stage stage, History history) throws Exception {
        var home = Home.open(HOME);
        try (var open = OpenDatabase.of(Stage.settings(HOME), home)) {
            var database = open.database();
            try (var connection = superuser(open)) {
                var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                new Invariants(jdbc, history, Keys.of(home.masterKey())).hold(stage.untouched());
            }
            assertThat(
                            VerifyCommand.run(
                                    Map.of(
                                            "spring.datasource.url", database.url(),
                                            "spring.datasource.username", database.app().user(),
                                            "spring.datasource.password", database.app().password(),
                                            "trellis.master-key", home.masterKey().toString())))
                    .as("the chain of the record is whole")
                    .isTrue();
        }
    }
}
