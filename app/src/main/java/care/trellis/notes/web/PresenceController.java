package care.trellis.notes.web;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who is here, with one press beside the line. */
@Controller
@RequestMapping("/sessions/{session}/note/lines/{client}")
class PresenceController {

    private final Presences presences;
    private final Attendance attendance;

    PresenceController(Presences presences, Attendance attendance) {
        this.presences = presences;
        this.attendance = attendance;
    }

    @PutMapping("/arrival")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView arrive(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return presences.changed(
                permit,
                session,
                client,
                () -> attendance.checkIn(permit, Ids.orNew(key), session, client, Method.STAFF));
    }

    @PutMapping("/departure")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView leave(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return presences.changed(
                permit,
                session,
                client,
                () -> attendance.checkOut(permit, Ids.orNew(key), session, client, Method.STAFF));
    }

    @PutMapping("/absence")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView absent(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return presences.changed(
                permit,
                session,
                client,
                () ->
                        attendance.markAbsent(
                                permit, Ids.orNew(key), session, client, Status.ABSENT, ""));
    }
}
