package care.trellis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Mark;
import care.trellis.attendance.Method;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the program does by itself, with the scheduler and the ledger's worker really running. */
@TrellisTest
class JobsTest {

    @DynamicPropertySource
    static void with_jobs(DynamicPropertyRegistry properties) {
        properties.add("trellis.jobs", () -> "true");
    }

    @Autowired Clinic clinic;
    @Autowired Scheduler scheduler;
    @Autowired Tracks tracks;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void sessions_are_made_ahead_as_time_goes_on() {
        var ward = clinic.open();
        var plan =
                new BlockPlan(
                        DayOfWeek.TUESDAY,
                        LocalTime.of(9, 0),
                        60,
                        "Process group",
                        ServiceType.GROUP_THERAPY,
                        Modality.IN_PERSON,
                        null,
                        new StaffId(ward.lead()),
                        null,
                        Clinic.MONDAY,
                        null);
        ward.run(() ->
                tracks.addBlock(
                        ward.permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new TrackId(ward.track()),
                        plan));
        var reached = lastSession(ward);
        clock.advance(Duration.ofDays(21));

        run("make-sessions");

        soon().until(() -> lastSession(ward).isAfter(reached));
        assertThat(lastSession(ward)).isEqualTo(reached.plusWeeks(3));
    }

    @Test
    void who_is_still_marked_as_here_after_the_end_is_closed_and_marked_as_estimated() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
        comes(ward, session, maya);
        clock.set(Instant.parse("2026-03-02T22:00:00Z"));

        run("close-ended-sessions");

        soon().until(() -> !mark(ward, session).isHere());
        assertThat(mark(ward, session).estimated()).isTrue();
        assertThat(mark(ward, session).leftAt()).isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
    }

    @Test
    void the_ledger_decides_a_changed_week_before_anybody_asks() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 180, maya);
        assertThat(keptDays(ward)).isZero();

        comes(ward, session, maya);

        soon().until(() -> keptDays(ward) > 0);
        soon().until(() -> stale(ward) == 0);
    }

    @Test
    void every_job_is_on_record_with_its_next_time() {
        soon().untilAsserted(() ->
                assertThat(scheduler.getScheduledExecutions())
                        .extracting(it -> it.getTaskInstance().getTaskName())
                        .contains("make-sessions", "close-ended-sessions"));
    }

    private void comes(Clinic.Ward ward, UUID session, Clinic.Client client) {
        clock.set(Instant.parse("2026-03-02T14:05:00Z"));
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        new SessionId(session),
                        new ClientId(client.id()),
                        Method.STAFF));
    }

    private Mark mark(Clinic.Ward ward, UUID session) {
        return ward.in(() ->
                attendance
                        .marks(ward.permit(Action.SESSION_VIEW), new SessionId(session))
                        .getFirst());
    }

    private LocalDate lastSession(Clinic.Ward ward) {
        return one(ward, "select max(local_date) from sessions.session", LocalDate.class);
    }

    private long keptDays(Clinic.Ward ward) {
        return one(ward, "select count(*) from ledger.kept_day", Long.class);
    }

    private long stale(Clinic.Ward ward) {
        return one(ward, "select count(*) from ledger.stale", Long.class);
    }

    private <T> T one(Clinic.Ward ward, String sql, Class<T> type) {
        return ward.in(() -> transaction.execute(status -> jdbc.sql(sql).query(type).single()));
    }

    /** Brings the job's next time forward to now; the scheduler itself then runs it. */
    private void run(String job) {
        soon().ignoreException(TaskInstanceCurrentlyExecutingException.class)
                .until(() -> {
                    scheduler.reschedule(
                            TaskInstanceId.of(job, RecurringTask.INSTANCE), Instant.now());
                    return true;
                });
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
