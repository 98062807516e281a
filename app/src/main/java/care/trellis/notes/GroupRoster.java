package care.trellis.notes;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Corrected;
import care.trellis.attendance.Status;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a group right while its note is written, also after its end: a client who was there
 * unexpected, or in another group. What is written already goes along.
 */
@Service
public class GroupRoster {

    private final Sessions sessions;
    private final Attendance attendance;
    private final SignedNoteRecords signedNotes;
    private final DraftRecords drafts;
    private final Audit audit;
    private final Clock clock;

    GroupRoster(
            Sessions sessions,
            Attendance attendance,
            SignedNoteRecords signedNotes,
            DraftRecords drafts,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.signedNotes = signedNotes;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds somebody who was there.
     *
     * @param key of the form; the same key adds once
     * @param was when the client came and left
     * @param reason stands in the attendance record
     */
    @Transactional
    public Change<ClientId> add(
            Permit permit,
            UUID key,
            SessionId session,
            ClientId client,
            Corrected was,
            String reason) {
        permit.require(Action.ATTENDANCE_CORRECT, resource(session));
        return switch (sessions.addAfterwards(permit, session, client)) {
            case Seating.Seated _, Seating.AlreadyThere _ -> {
                attendance.correct(permit, key, session, client, was, reason);
                yield new Change.Done<>(client);
            }
            case Seating.NotThere _,
                    Seating.NotTakingPlace _,
                    Seating.WasHere _,
                    Seating.AsksWhy _ ->
                    Change.refused("client", "CALLED_OFF", "This session was called off.");
        };
    }

    /**
     * Moves somebody to the group that they were in, with times, taps and what is written.
     *
     * @param there permit for the other session
     */
    @Transactional
    public Change<ClientId> move(
            Permit here,
            Permit there,
            UUID key,
            SessionId from,
            SessionId to,
            ClientId client,
            String reason) {
        here.require(Action.ATTENDANCE_CORRECT, resource(from));
        there.require(Action.ATTENDANCE_CORRECT, resource(to));
        if (signedNotes.isSigned(from, client)) {
            return Change.refused(
                    "to", "SIGNED", "The note here is signed: add to it instead of moving.");
        }
        var was =
                attendance.marks(here, from).stream()
                        .filter(mark -> mark.client().equals(client))
                        .findFirst()
                        .orElse(null);
        if (was != null && was.status() != Status.EXPECTED) {
            attendance.correct(
                    here,
                    Ids.next(),
                    from,
                    client,
                    new Corrected(Status.EXPECTED, null, null),
                    reason);
        }
        switch (sessions.moveAfterwards(here, from, to, client, reason)) {
            case Seating.Seated _, Seating.AlreadyThere _ -> {}
            case Seating.NotThere _,
                    Seating.NotTakingPlace _,
                    Seating.WasHere _,
                    Seating.AsksWhy _ -> {
                return Change.refused(
                        "to", "CANNOT_MOVE", "That session takes nobody; choose another.");
            }
        }
        if (was != null && was.status() != Status.EXPECTED) {
            attendance.correct(
                    there,
                    key,
                    to,
                    client,
                    new Corrected(was.status(), was.arrivedAt(), was.leftAt()),
                    reason);
        }
        drafts.carry(from, to, client, here.actor(), clock.instant());
        audit.record(here, "notes.draft_line", to.value(), client.value(), "MOVED");
        return new Change.Done<>(client);
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
