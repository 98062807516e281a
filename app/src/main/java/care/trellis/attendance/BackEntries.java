package care.trellis.attendance;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SeatLocks;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attendance that was written on paper while the program was down. What stands already is never
 * written over from here: it is shown beside the paper, and a person corrects it or lets it be.
 */
@Service
public class BackEntries {

    /** Clocks on walls differ from the program's. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private final AttendanceRecords records;
    private final SeatLocks locks;
    private final Audit audit;
    private final Once once;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BackEntries(
            AttendanceRecords records,
            SeatLocks locks,
            Audit audit,
            Once once,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.locks = locks;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** How an entry from paper ended. */
    public sealed interface Entered {

        /** It is on record now. */
        record Recorded(Mark mark) implements Entered {}

        /** The same stands already: nothing was written twice. */
        record Same(Mark mark) implements Entered {}

        /** Something else stands already: nothing was written. */
        record Conflict(Mark mark) implements Entered {}

        /** The client is not on this session's roster. */
        record NotExpected() implements Entered {}

        /** The session was called off. */
        record Cancelled() implements Entered {}

        /** The times cannot be: before the session's day, in the future, or gone before came. */
        record Impossible() implements Entered {}
    }

    /**
     * Enters one line of a sheet.
     *
     * @param key of the form; the same key does the same once
     * @param left null where the sheet does not say: the session's end will stand for it
     */
    @Transactional
    public Entered enter(
            Permit permit,
            UUID key,
            SessionId session,
            ClientId client,
            Instant arrived,
            @Nullable Instant left) {
        permit.require(
                Action.ATTENDANCE_CORRECT, new Resource(Resource.Kind.SESSION, session.value()));
        locks.lock(permit, session, client);
        var found = records.seat(permit, session, client);
        if (found.isEmpty()) {
            return new Entered.NotExpected();
        }
        var seat = found.get();
        if (!permit.actor().worksAt(seat.site())) {
            throw new NotFound();
        }
        if (seat.cancelled()) {
            return new Entered.Cancelled();
        }
        if (!seat.expected()) {
            return new Entered.NotExpected();
        }
        var now = clock.instant();
        if (arrived.isAfter(now)
                || arrived.isBefore(seat.localDate().atStartOfDay(seat.zone()).toInstant())
                || (left != null && (left.isBefore(arrived) || left.isAfter(now)))) {
            return new Entered.Impossible();
        }
        var mark = records.lock(permit, session, client);
        if (!once.first(
                permit, key, "paper " + session.value() + client.value() + arrived + left)) {
            return new Entered.Same(mark);
        }
        if (mark.status() != Status.EXPECTED) {
            return same(mark, arrived, left) ? new Entered.Same(mark) : new Entered.Conflict(mark);
        }
        var event =
                new AttendanceEvent(
                        mark.events() + 1,
                        Kind.CHECK_IN,
                        Status.PRESENT,
                        arrived,
                        left,
                        Method.PAPER,
                        "",
                        permit.actor().account(),
                        now);
        records.append(permit, key, seat, event);
        audit.record(permit, "attendance.event", session.value(), client.value(), "PAPER");
        events.publishEvent(
                new AttendanceRecorded(
                        client, session, seat.localDate(), AttendanceRecorded.Reach.GROUP));
        news.tell(
                permit.organization(), Attendance.TOPIC, List.of(session.value(), client.value()));
        return new Entered.Recorded(Mark.after(client, event));
    }

    private static boolean same(Mark mark, Instant arrived, @Nullable Instant left) {
        return mark.status() == Status.PRESENT
                && near(mark.arrivedAt(), arrived)
                && (left == null || near(mark.leftAt(), left));
    }

    private static boolean near(@Nullable Instant one, Instant other) {
        return one != null && Duration.between(one, other).abs().compareTo(SAME) <= 0;
    }
}
