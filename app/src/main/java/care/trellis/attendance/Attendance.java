package care.trellis.attendance;

import care.trellis.attendance.AttendanceRecorded.Reach;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SeatLocks;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who came, when, and when they left. Events are appended and never overwritten; the mark that
 * stands is written with each in the same transaction. Where two tablets record at once, one wins
 * and both are told the same.
 */
@Service
public class Attendance {

    /** Topic of the news that marks changed; its ids are the session, then the clients. */
    public static final String TOPIC = "attendance";

    /** How long one's own entry may be taken back without being asked why. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    /** A press within the ten seconds may take a while to arrive. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final AttendanceRecords records;
    private final Entries entries;
    private final SeatLocks locks;
    private final List<MustStay> stays;
    private final List<BeforeClosing> guards;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Attendance(
            AttendanceRecords records,
            Entries entries,
            SeatLocks locks,
            List<MustStay> stays,
            List<BeforeClosing> guards,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.entries = entries;
        this.locks = locks;
        this.stays = List.copyOf(stays);
        this.guards = List.copyOf(guards);
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Records that a client came. A second check-in keeps the first arrival; one who was marked
     * absent and comes after all is present. Possible on the session's day until its end.
     *
     * @param key of the form; the same key does the same once
     */
    @Transactional
    public Recording checkIn(
            Permit permit, UUID key, SessionId session, ClientId client, Method method) {
        var seat = lockedSeat(permit, Action.CHECK_IN, session, client);
        var now = clock.instant();
        if (refusal(seat, now) instanceof Recording no) {
            return no;
        }
        if (!once.first(permit, key, "in " + session.value() + client.value())) {
            return standing(permit, session, client);
        }
        int number = records.checkIn(permit, key, seat, now, method);
        if (number == 0) {
            return standing(permit, session, client);
        }
        boolean asPlanned = number == 1 && !now.isAfter(seat.startsAt());
        entries.recorded(permit, seat, "CHECK_IN", asPlanned ? Reach.NOBODY : Reach.CLIENT);
        return new Recording.Recorded(new Mark(client, Status.PRESENT, now, null, false, number));
    }

    /** Records that a client left. Who left before stays gone at the first time. */
    @Transactional
    public Recording checkOut(
            Permit permit, UUID key, SessionId session, ClientId client, Method method) {
        var seat = lockedSeat(permit, Action.CHECK_IN, session, client);
        if (!seat.expected()) {
            return new Recording.NotExpected();
        }
        var held = heldBack(client);
        if (held.isPresent()) {
            return new Recording.MustStay(held.get());
        }
        var now = clock.instant();
        if (!once.first(permit, key, "out " + session.value() + client.value())) {
            return standing(permit, session, client);
        }
        var mark = records.lock(permit, session, client);
        if (mark.status() != Status.PRESENT) {
            return new Recording.NotHere();
        }
        if (!mark.isHere()) {
            return new Recording.AlreadyRecorded(mark);
        }
        return entries.append(
                permit, key, seat, mark, Entries.leaving(permit, mark, now, method, now));
    }

    /** Records that everybody who is still there left now, but for those who must stay. */
    @Transactional
    public Closing everyoneOut(Permit permit, UUID key, SessionId session) {
        permit.require(Action.CHECK_IN, resource(session));
        var held = guards.stream().flatMap(one -> one.why(permit, session).stream()).findFirst();
        if (held.isPresent()) {
            return new Closing.HeldBack(held.get());
        }
        var now = clock.instant();
        if (!once.first(permit, key, "everyone out " + session.value())) {
            return new Closing.Closed(0);
        }
        return new Closing.Closed(
                leave(permit, session, now, Method.STAFF, now, one -> heldBack(one).isEmpty()));
    }

    /**
     * Records that a client did not come.
     *
     * @param status {@link Status#ABSENT} or {@link Status#EXCUSED}
     * @param reason a short word of what is known, such as {@code Called}; may be empty
     */
    @Transactional
    public Recording markAbsent(
            Permit permit,
            UUID key,
            SessionId session,
            ClientId client,
            Status status,
            String reason) {
        if (status != Status.ABSENT && status != Status.EXCUSED) {
            throw new IllegalArgumentException(status + " is not an absence");
        }
        var seat = lockedSeat(permit, Action.CHECK_IN, session, client);
        if (seat.cancelled()) {
            return new Recording.Cancelled();
        }
        if (!seat.expected()) {
            return new Recording.NotExpected();
        }
        var now = clock.instant();
        if (!once.first(permit, key, status + " " + session.value() + client.value() + reason)) {
            return standing(permit, session, client);
        }
        var mark = records.lock(permit, session, client);
        if (mark.status() == Status.PRESENT) {
            return new Recording.AlreadyRecorded(mark);
        }
        var entry =
                new AttendanceEvent(
                        mark.events() + 1,
                        Kind.ABSENCE,
                        status,
                        null,
                        null,
                        Method.STAFF,
                        reason.strip(),
                        permit.actor().account(),
                        now);
        return entries.append(permit, key, seat, mark, entry);
    }

    /** Puts the record right: a new event with a reason and an author; the old ones stay. */
    @Transactional
    public Recording correct(
            Permit permit,
            UUID key,
            SessionId session,
            ClientId client,
            Corrected right,
            String reason) {
        var seat = lockedSeat(permit, Action.ATTENDANCE_CORRECT, session, client);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A correction needs a reason");
        }
        if (!once.first(
                permit, key, "correct " + session.value() + client.value() + right + reason)) {
            return standing(permit, session, client);
        }
        var mark = records.lock(permit, session, client);
        var entry =
                new AttendanceEvent(
                        mark.events() + 1,
                        Kind.CORRECTION,
                        right.status(),
                        right.arrivedAt(),
                        right.leftAt(),
                        Method.STAFF,
                        reason.strip(),
                        permit.actor().account(),
                        clock.instant());
        return entries.append(permit, key, seat, mark, entry);
    }

    /**
     * Takes one's own last entry back within {@link #UNDO}. It stays in the record; a correction
     * puts back what stood before.
     */
    @Transactional
    public Recording undo(Permit permit, UUID key, SessionId session, ClientId client) {
        var seat = lockedSeat(permit, Action.CHECK_IN, session, client);
        var now = clock.instant();
        if (!once.first(permit, key, "undo " + session.value() + client.value())) {
            return standing(permit, session, client);
        }
        var mark = records.lock(permit, session, client);
        var history = records.events(permit, session, client);
        if (history.isEmpty() || !mayTakeBack(permit, history.getLast(), now)) {
            return new Recording.TooLate();
        }
        var before =
                history.size() == 1
                        ? Mark.expected(client)
                        : Mark.after(client, history.get(history.size() - 2));
        var entry =
                new AttendanceEvent(
                        mark.events() + 1,
                        Kind.CORRECTION,
                        before.status(),
                        before.arrivedAt(),
                        before.leftAt(),
                        before.estimated() ? Method.ESTIMATED : Method.STAFF,
                        "Taken back at once",
                        permit.actor().account(),
                        now);
        return entries.append(permit, key, seat, mark, entry);
    }

    /**
     * Closes what was left open: who is still marked as there in a session that is over left at its
     * end, and that is marked as an estimate.
     *
     * @return how many were closed
     */
    @Transactional
    public int closeEnded(Permit permit) {
        permit.require(Action.CHECK_IN);
        var now = clock.instant();
        int closed = 0;
        for (var session : records.leftOpen(permit, now)) {
            closed +=
                    leave(
                            permit,
                            session.id(),
                            session.endsAt(),
                            Method.ESTIMATED,
                            now,
                            everybody -> true);
        }
        return closed;
    }

    /** The marks of a session, of everybody of whom something is known. */
    @Transactional(readOnly = true)
    public List<Mark> marks(Permit permit, SessionId session) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        return records.marks(permit, session);
    }

    /** All events of one client in one session, oldest first. The reading is recorded. */
    @Transactional
    public List<AttendanceEvent> history(Permit permit, SessionId session, ClientId client) {
        seat(permit, permit.action(), session, client);
        permit.require(Action.SESSION_VIEW, Action.CHECK_IN, Action.ATTENDANCE_CORRECT);
        audit.record(permit, "attendance.event", session.value(), client.value(), "HISTORY");
        return records.events(permit, session, client);
    }

    /** Why a client must not leave now. */
    private Optional<String> heldBack(ClientId client) {
        return stays.stream().flatMap(one -> one.why(client).stream()).findFirst();
    }

    private int leave(
            Permit permit,
            SessionId session,
            Instant at,
            Method method,
            Instant now,
            Predicate<ClientId> may) {
        var left = new ArrayList<UUID>();
        for (var mark : records.lockHere(permit, session)) {
            if (!may.test(mark.client())) {
                continue;
            }
            var seat = records.seat(permit, session, mark.client()).orElseThrow(NotFound::new);
            records.append(
                    permit, Ids.next(), seat, Entries.leaving(permit, mark, at, method, now));
            entries.publish(seat, Entries.reach(seat, now));
            left.add(mark.client().value());
        }
        if (!left.isEmpty()) {
            audit.recordMany(permit, "attendance.event", session.value(), left.size());
            entries.tell(permit, session, left);
        }
        return left.size();
    }

    private static boolean mayTakeBack(Permit permit, AttendanceEvent last, Instant now) {
        return last.author().equals(permit.actor().account())
                && !last.recordedAt().plus(UNDO).plus(ON_THE_WAY).isBefore(now);
    }

    private static @Nullable Recording refusal(AttendanceRecords.Seat seat, Instant now) {
        if (seat.cancelled()) {
            return new Recording.Cancelled();
        }
        if (!seat.expected()) {
            return new Recording.NotExpected();
        }
        if (now.isBefore(seat.localDate().atStartOfDay(seat.zone()).toInstant())) {
            return new Recording.TooEarly();
        }
        return now.isBefore(seat.endsAt()) ? null : new Recording.Over();
    }

    private Recording standing(Permit permit, SessionId session, ClientId client) {
        return new Recording.AlreadyRecorded(records.mark(permit, session, client));
    }

    /** The seat, which nobody takes away meanwhile. */
    private AttendanceRecords.Seat lockedSeat(
            Permit permit, Action action, SessionId session, ClientId client) {
        locks.lock(permit, session, client);
        return seat(permit, action, session, client);
    }

    private AttendanceRecords.Seat seat(
            Permit permit, Action action, SessionId session, ClientId client) {
        permit.require(action, resource(session));
        return records.seat(permit, session, client)
                .filter(seat -> permit.actor().worksAt(seat.site()))
                .orElseThrow(NotFound::new);
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
