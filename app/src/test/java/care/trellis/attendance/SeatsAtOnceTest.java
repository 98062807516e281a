package care.trellis.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people who change one client's seats in the same moment, each in a transaction. */
@TrellisTest
class SeatsAtOnceTest {

    @Autowired Clinic clinic;
    @Autowired Sessions sessions;
    @Autowired Attendance attendance;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    ClientId maya;
    SessionId nine;
    SessionId halfPast;

    @BeforeEach
    void two_groups_of_which_one_begins_before_the_other_ends() {
        ward = clinic.open();
        var client = clinic.maya(ward);
        maya = new ClientId(client.id());
        nine = new SessionId(clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, client));
        halfPast = new SessionId(clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 30), 60));
        clock.set(Instant.parse("2026-03-02T13:45:00Z"));
    }

    @Test
    void the_second_seat_at_one_hour_waits_for_the_first_and_asks_why() {
        ward.run(() -> sessions.remove(ward.permit(Action.SESSION_EDIT), nine, maya, "Court"));

        var both = atOnce(() -> walksIn(nine), () -> walksIn(halfPast));

        assertThat(both.first()).isEqualTo(new Seating.Seated());
        assertThat(both.second()).isInstanceOf(Seating.AsksWhy.class);
        assertThat(both.waited()).isTrue();
    }

    @Test
    void who_checks_in_while_they_are_taken_off_stays_on_the_roster() {
        var both =
                atOnce(
                        this::checksIn,
                        () ->
                                sessions.remove(
                                        ward.permit(Action.SESSION_EDIT), nine, maya, "Court"));

        assertThat(both.first()).isInstanceOf(Recording.Recorded.class);
        assertThat(both.second()).isEqualTo(new Seating.WasHere());
    }

    @Test
    void who_is_taken_off_while_they_check_in_is_not_expected_any_more() {
        var both =
                atOnce(
                        () ->
                                sessions.remove(
                                        ward.permit(Action.SESSION_EDIT), nine, maya, "Court"),
                        this::checksIn);

        assertThat(both.first()).isEqualTo(new Seating.Seated());
        assertThat(both.second()).isEqualTo(new Recording.NotExpected());
    }

    private Seating walksIn(SessionId session) {
        return sessions.addWalkIn(ward.permit(Action.CHECK_IN), session, maya, "");
    }

    private Recording checksIn() {
        return attendance.checkIn(
                ward.permit(Action.CHECK_IN), Ids.next(), nine, maya, Method.STAFF);
    }

    private record Both<A, B>(A first, B second, boolean waited) {}

    /** The second begins when the first has done its work and not ended yet. */
    private <A, B> Both<A, B> atOnce(Supplier<A> first, Supplier<B> second) {
        var process = new CompletableFuture<Integer>();
        return ward.in(() -> {
            var ended = new CompletableFuture<B>();
            var waited = new boolean[1];
            var answer =
                    transaction.execute(status -> {
                        var done = first.get();
                        Thread.ofVirtual()
                                .start(() -> complete(ended, () -> tells(process, second)));
                        waited[0] = holdsUp(process.join(), ended);
                        return done;
                    });
            return new Both<>(Objects.requireNonNull(answer), ended.join(), waited[0]);
        });
    }

    private <B> B tells(CompletableFuture<Integer> process, Supplier<B> work) {
        return ward.in(() ->
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            process.complete(
                                    jdbc.sql("select pg_backend_pid()")
                                            .query(Integer.class)
                                            .single());
                            return work.get();
                        })));
    }

    /** True as soon as the other waits for this transaction; false where it ends without. */
    private boolean holdsUp(int process, CompletableFuture<?> ended) {
        while (!ended.isDone()) {
            if (jdbc.sql("select pg_backend_pid() = any(pg_blocking_pids(?))")
                    .param(process)
                    .query(Boolean.class)
                    .single()) {
                return true;
            }
        }
        return false;
    }

    private static <B> void complete(CompletableFuture<B> ended, Supplier<B> work) {
        try {
            ended.complete(work.get());
        } catch (RuntimeException failed) {
            ended.completeExceptionally(failed);
        }
    }
}
