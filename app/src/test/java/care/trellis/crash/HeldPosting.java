package care.trellis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A check for many claims whose posting is held in its middle, all lines written and no money
 * moved, and the program killed there: nothing of it stays, and asked again it is posted once.
 */
final class HeldPosting {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningProgram program;
    private final SingleConnectionDataSource database;
    private final JdbcClient jdbc;

    /**
     * @param database one connection of a superuser, whom no wall stops
     */
    HeldPosting(RunningProgram program, SingleConnectionDataSource database) {
        this.program = program;
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * Returns when it was killed in the middle and then posted.
     *
     * @return what was posted
     */
    Operation killOnce(Mix people) throws Exception {
        var check = new Operation.Post(UUID.randomUUID(), Payments.file(Stage.OF_ONE_CHECK, 0));
        try (var sender = Executors.newSingleThreadExecutor()) {
            hold();
            var sending =
                    sender.submit(() -> {
                        people.run(List.of(check));
                        return null;
                    });
            await(this::held);
            program.kill();
            release();
            await(() -> atWork() == 0);
            assertThat(posted()).as("lines of a posting that was killed").isZero();
            program.startAgain();
            sending.get(3, TimeUnit.MINUTES);
        }
        assertThat(posted()).isEqualTo(Stage.OF_ONE_CHECK.size());
        return check;
    }

    private void hold() throws SQLException {
        database.getConnection().setAutoCommit(false);
        jdbc.sql("lock table receivables.transfer in exclusive mode").update();
    }

    private boolean held() {
        return count(
                        """
                        select count(*) from pg_locks
                        where not granted and relation = 'receivables.transfer'::regclass
                        """)
                > 0;
    }

    private void release() throws SQLException {
        database.getConnection().rollback();
        database.getConnection().setAutoCommit(true);
    }

    /** How many connections of the program PostgreSQL still serves. */
    private long atWork() {
        return count(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                """);
    }

    private long posted() {
        return count(
                """
                select count(*) from billing.posting p join billing.remittance r on r.id = p.remittance_id
                where r.trace = '%s'
                """
                        .formatted(Payments.trace(Stage.OF_ONE_CHECK.getFirst())));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("the wait").isBefore(giveUp);
            Thread.sleep(20);
        }
    }
}
