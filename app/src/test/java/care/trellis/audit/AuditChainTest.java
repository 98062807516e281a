package care.trellis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.audit.AuditChain.Verdict;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Platform;
import care.trellis.base.SettableClock;
import care.trellis.server.CannotStart;
import care.trellis.server.Commands;
import care.trellis.server.TestServer;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain, and what somebody with the whole database in hand can do to it. */
@TrellisTest
@ExtendWith(OutputCaptureExtension.class)
class AuditChainTest {

    @Autowired Audit audit;
    @Autowired AuditChain chain;
    @Autowired Platform platform;
    @Autowired Clinic clinic;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Value("${trellis.master-key}")
    String masterKey;

    private Ward ward;

    @BeforeEach
    void given_a_clinic_with_five_sealed_rows() {
        ward = clinic.open();
        for (int row = 0; row < 5; row++) {
            record();
        }
        ward.run(chain::seal);
    }

    @Test
    void an_untouched_record_is_whole() {
        assertThat(verdict()).isEqualTo(new Verdict.Whole(5, 1));
    }

    @Test
    void rows_are_sealed_once_and_in_order() {
        record();

        assertThat(ward.in(chain::seal)).isEqualTo(1);
        assertThat(ward.in(chain::seal)).isZero();
        assertThat(verdict()).isEqualTo(new Verdict.Whole(6, 1));
    }

    @Test
    void a_row_of_a_transaction_that_still_runs_is_sealed_after_its_end() {
        ward.run(() ->
                transaction.executeWithoutResult(status -> {
                    audit.recordMany(ward.permit(Action.CLIENT_LIST), "clients.client", null, 3);
                    onAnotherThread(() -> assertThat(ward.in(chain::seal)).isZero());
                }));

        assertThat(ward.in(chain::seal)).isEqualTo(1);
    }

    @Test
    void a_checkpoint_is_signed_every_five_minutes() {
        clock.advance(Duration.ofMinutes(4));
        record();
        ward.run(chain::seal);
        clock.advance(Duration.ofMinutes(1));
        record();
        ward.run(chain::seal);

        assertThat(verdict()).isEqualTo(new Verdict.Whole(7, 2));
    }

    @Test
    void a_changed_row_is_named() throws SQLException {
        tamper("update audit.event set action = 'CHECK_IN' where %s and id = (%s)", 3);

        assertThat(verdict()).isEqualTo(new Verdict.Broken(3, "The row was changed."));
    }

    @Test
    void a_missing_row_is_named() throws SQLException {
        tamper("delete from audit.event where %s and id = (%s)", 2);

        assertThat(verdict())
                .isEqualTo(
                        new Verdict.Broken(
                                2, "The row is missing, or its time or id was changed."));
    }

    @Test
    void a_changed_seal_is_told_from_a_changed_row() throws SQLException {
        tamper("update audit.seal set hash = sha256('x') where %s and event_id = (%s)", 4);

        assertThat(verdict()).isEqualTo(new Verdict.Broken(4, "The seal was changed."));
    }

    @Test
    void a_missing_seal_and_a_cut_off_end_are_noticed() throws SQLException {
        tamper("delete from audit.seal where %s and event_id = (%s)", 5);

        assertThat(verdict()).isInstanceOf(Verdict.Broken.class);
        assertThat(((Verdict.Broken) verdict()).sequence()).isEqualTo(5);
    }

    @Test
    void a_row_put_in_afterwards_is_noticed() throws SQLException {
        asSuperuser(
                """
                insert into audit.event (organization_id, id, at, transaction_id, account_id, action, purpose, object_type)
                select organization_id, gen_random_uuid(), at, transaction_id, account_id, action, purpose, object_type
                from audit.event where organization_id = '%s' limit 1
                """
                        .formatted(ward.organization().value()));

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.what()).contains("put in behind the chain"));
    }

    @Test
    void a_checkpoint_signed_with_another_key_is_noticed() throws SQLException {
        asSuperuser(
                "update audit.checkpoint set signature = decode(repeat('00', 64), 'hex') where organization_id = '%s'"
                        .formatted(ward.organization().value()));

        assertThat(verdict())
                .isEqualTo(new Verdict.Broken(5, "The signature of this checkpoint is wrong."));
    }

    @Test
    void the_command_says_whether_every_chain_is_whole() throws SQLException {
        tamper("update audit.event set count = 99 where %s and id = (%s)", 1);

        assertThat(
                        VerifyCommand.run(
                                Map.of(
                                        "spring.datasource.url", url,
                                        "spring.datasource.username", user,
                                        "spring.datasource.password", password,
                                        "trellis.master-key", masterKey)))
                .isFalse();
    }

    @Test
    void the_command_names_each_chain_and_starts_no_jobs(CapturedOutput output)
            throws SQLException {
        VerifyCommand.run(
                Map.of(
                        "spring.datasource.url", url,
                        "spring.datasource.username", user,
                        "spring.datasource.password", password,
                        "trellis.master-key", masterKey));
        assertThat(output.getOut())
                .contains(ward.organization().value() + " whole: 5 rows, 1 signed checkpoints");
        assertThat(output.getAll()).doesNotContain(" WARN ", "scheduler");

        tamper("delete from audit.event where %s and id = (%s)", 2);
        assertThatThrownBy(() -> Commands.verifyRecord(TestServer.settings(url)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The record is not as it was written.");
        assertThat(output.getOut()).contains(ward.organization().value() + " BROKEN at 2");
    }

    @Test
    void two_copies_that_seal_at_once_make_one_chain() throws InterruptedException {
        for (int row = 0; row < 20; row++) {
            record();
        }
        var one = Thread.ofVirtual().start(() -> ward.run(chain::seal));
        var other = Thread.ofVirtual().start(() -> ward.run(chain::seal));
        one.join();
        other.join();
        ward.run(chain::seal);

        assertThat(verdict()).isEqualTo(new Verdict.Whole(25, 1));
    }

    @Test
    void rows_of_a_month_that_was_opened_ahead_stay_out_of_the_common_partition()
            throws SQLException {
        var monthAfterNext = Duration.ofDays(60);
        clock.advance(Duration.ofDays(3650));
        new AuditMonths(platform, clock).open();
        clock.advance(monthAfterNext);
        record();

        asSuperuser(
                """
                update audit.event set count = count
                where organization_id = '%s' and tableoid::regclass::text like 'audit.event_2036%%'
                """
                        .formatted(ward.organization().value()));
    }

    private void record() {
        ward.run(() ->
                transaction.executeWithoutResult(status ->
                        audit.record(
                                ward.permit(Action.CLIENT_VIEW),
                                "clients.client",
                                Ids.next(),
                                Ids.next(),
                                "quote \" and \\ survive")));
    }

    private Verdict verdict() {
        return ward.in(chain::verify);
    }

    private void tamper(String sql, int sequence) throws SQLException {
        var here = "organization_id = '%s'".formatted(ward.organization().value());
        asSuperuser(
                sql.formatted(
                        here,
                        "select event_id from audit.seal where %s and sequence = %d"
                                .formatted(here, sequence)));
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = TestServer.asSuperuser(url);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static void onAnotherThread(Runnable work) {
        var failure = new java.util.concurrent.atomic.AtomicReference<Throwable>();
        var thread = Thread.ofVirtual().unstarted(work);
        thread.setUncaughtExceptionHandler((where, what) -> failure.set(what));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        assertThat(failure.get()).isNull();
    }
}
