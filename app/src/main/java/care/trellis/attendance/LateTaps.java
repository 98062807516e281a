package care.trellis.attendance;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.sessions.SeatLocks;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for presses that were made without a connection. They are merged into the record
 * whenever they arrive and in whatever order: a press that says what stands changes nothing, one
 * that fills a gap is recorded with the time it was made, and one that differs from what somebody
 * recorded meanwhile is shown to staff, who decide.
 */
@Service
public class LateTaps {

    /** Two presses on one thing within a minute say the same. */
    static final Duration SAME = Duration.ofMinutes(1);

    private final AttendanceRecords records;
    private final ConflictRecords conflicts;
    private final Entries entries;
    private final SeatLocks locks;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    LateTaps(
            AttendanceRecords records,
            ConflictRecords conflicts,
            Entries entries,
            SeatLocks locks,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.conflicts = conflicts;
        this.entries = entries;
        this.locks = locks;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Merges one press. The same key, sent before or after with a connection, is done once. */
    @Transactional
    public Recording merge(Permit permit, LateTap tap) {
        permit.require(Action.CHECK_IN, resource(tap.session()));
        locks.lock(permit, tap.session(), tap.client());
        var seat =
                records.seat(permit, tap.session(), tap.client())
                        .filter(found -> permit.actor().worksAt(found.site()))
                        .orElseThrow(NotFound::new);
        var now = clock.instant();
        var at = tap.at(now);
        if (refusal(seat, tap, at) instanceof Recording no) {
            return no;
        }
        var way = tap.kind() == Kind.CHECK_IN ? "in " : "out ";
        if (!once.first(permit, tap.key(), way + tap.session().value() + tap.client().value())) {
            return new Recording.AlreadyRecorded(records.mark(permit, tap.session(), tap.client()));
        }
        var mark = records.lock(permit, tap.session(), tap.client());
        var history = records.events(permit, tap.session(), tap.client());
        return tap.kind() == Kind.CHECK_IN
                ? arrive(permit, tap, seat, mark, history, now)
                : leave(permit, tap, seat, mark, history, now);
    }

    /** What came late and differs from the record, of one session, the oldest first. */
    @Transactional(readOnly = true)
    public List<Conflict> open(Permit permit, SessionId session) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        return conflicts.open(permit, session);
    }

    /** Somebody looked at it and leaves, or has put right, what stands. */
    @Transactional
    public void settle(Permit permit, SessionId session, UUID conflict) {
        permit.require(Action.CHECK_IN, resource(session));
        if (!conflicts.isOf(permit, session, conflict)) {
            throw new NotFound();
        }
        if (conflicts.settle(permit, session, conflict, clock.instant())) {
            audit.record(permit, "attendance.conflict", conflict, null, "SETTLED");
            entries.tell(permit, session, List.of());
        }
    }

    private Recording arrive(
            Permit permit,
            LateTap tap,
            AttendanceRecords.Seat seat,
            Mark mark,
            List<AttendanceEvent> history,
            Instant now) {
        var at = tap.at(now);
        var arrived = mark.arrivedAt();
        if (arrived != null) {
            return at.isBefore(arrived.minus(SAME))
                    ? differs(permit, tap, mark, now)
                    : new Recording.AlreadyRecorded(mark);
        }
        if (judgedAfter(history, at)) {
            return differs(permit, tap, mark, now);
        }
        var entry =
                new AttendanceEvent(
                        mark.events() + 1,
                        Kind.CHECK_IN,
                        Status.PRESENT,
                        at,
                        null,
                        tap.method(),
                        "",
                        permit.actor().account(),
                        now);
        return entries.append(permit, tap.key(), seat, mark, entry);
    }

    private Recording leave(
            Permit permit,
            LateTap tap,
            AttendanceRecords.Seat seat,
            Mark mark,
            List<AttendanceEvent> history,
            Instant now) {
        var at = tap.at(now);
        if (mark.status() != Status.PRESENT
                || (mark.arrivedAt() != null && at.isBefore(mark.arrivedAt()))) {
            return differs(permit, tap, mark, now);
        }
        var left = mark.leftAt();
        if (left != null && !mark.estimated()) {
            return at.isBefore(left.minus(SAME))
                    ? differs(permit, tap, mark, now)
                    : new Recording.AlreadyRecorded(mark);
        }
        if (judgedAfter(history, at)) {
            return differs(permit, tap, mark, now);
        }
        return entries.append(
                permit,
                tap.key(),
                seat,
                mark,
                Entries.leaving(permit, mark, at, tap.method(), now));
    }

    /**
     * Somebody judged, after the press was made, what the record should say: an absence or a
     * correction, by one who could not know of the press.
     */
    private static boolean judgedAfter(List<AttendanceEvent> history, Instant at) {
        return !history.isEmpty()
                && (history.getLast().kind() == Kind.ABSENCE
                        || history.getLast().kind() == Kind.CORRECTION)
                && history.getLast().recordedAt().isAfter(at);
    }

    private Recording differs(Permit permit, LateTap tap, Mark stands, Instant now) {
        conflicts.add(permit, tap, tap.at(now), now);
        audit.record(
                permit, "attendance.conflict", tap.key(), tap.client().value(), tap.kind().name());
        entries.tell(permit, tap.session(), List.of(tap.client().value()));
        return new Recording.Differs(stands);
    }

    /** A press is judged by when it was made, not by when it arrives. */
    private static @Nullable Recording refusal(
            AttendanceRecords.Seat seat, LateTap tap, Instant at) {
        if (seat.cancelled()) {
            return new Recording.Cancelled();
        }
        if (!seat.expected()) {
            return new Recording.NotExpected();
        }
        if (at.isBefore(seat.localDate().atStartOfDay(seat.zone()).toInstant())) {
            return new Recording.TooEarly();
        }
        return tap.kind() == Kind.CHECK_IN && !at.isBefore(seat.endsAt())
                        || tap.age().compareTo(LateTap.LONGEST) > 0
                ? new Recording.Over()
                : null;
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
