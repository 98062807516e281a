package care.trellis.attendance.web;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Closing;
import care.trellis.attendance.Estimates;
import care.trellis.attendance.LateTaps;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.Cancellation;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one session. A press answers the roster as it stands then. */
@Controller
@RequestMapping("/sessions/{session}")
class RosterController {

    private final Rosters rosters;
    private final Attendance attendance;
    private final LateTaps lateTaps;
    private final Estimates estimates;
    private final Sessions sessions;

    RosterController(
            Rosters rosters,
            Attendance attendance,
            LateTaps lateTaps,
            Estimates estimates,
            Sessions sessions) {
        this.rosters = rosters;
        this.attendance = attendance;
        this.lateTaps = lateTaps;
        this.estimates = estimates;
        this.sessions = sessions;
    }

    @GetMapping
    @Requires(value = Action.SESSION_VIEW, session = "session")
    ModelAndView page(Permit permit, Frame frame, @PathVariable SessionId session) {
        return page(permit, frame, session, Form.empty());
    }

    /** The roster as it stands: what an open page asks for when it hears that something changed. */
    @GetMapping("/roster")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    ModelAndView roster(Permit permit, @PathVariable SessionId session) {
        return new ModelAndView(
                "attendance/rosterNow", Map.of("view", rosters.roster(permit, session)));
    }

    /** The sheet to sign on paper, with a code beside each name. */
    @GetMapping("/sheet")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    ModelAndView sheet(Permit permit, Frame frame, @PathVariable SessionId session) {
        return new ModelAndView(
                "attendance/sheet",
                Map.of("frame", frame, "view", rosters.page(permit, session, Form.empty())));
    }

    @PutMapping("/clients/{client}/arrivals")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView arrive(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return roster(
                permit,
                session,
                attendance.checkIn(permit, Ids.orNew(key), session, client, Method.STAFF));
    }

    @PutMapping("/clients/{client}/departures")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView leave(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return roster(
                permit,
                session,
                attendance.checkOut(permit, Ids.orNew(key), session, client, Method.STAFF));
    }

    @PutMapping("/clients/{client}/absences")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView absent(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return roster(
                permit,
                session,
                attendance.markAbsent(permit, Ids.orNew(key), session, client, Status.ABSENT, ""));
    }

    /** Everybody who is still there leaves now. */
    @PutMapping("/departures")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView everyoneOut(
            Permit permit,
            @PathVariable SessionId session,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return roster(
                permit,
                session,
                switch (attendance.everyoneOut(permit, Ids.orNew(key), session)) {
                    case Closing.Closed(int left) ->
                            left == 1 ? "1 client left." : left + " clients left.";
                    case Closing.HeldBack(var why) -> why;
                });
    }

    /** Who left when nobody looked stayed to the end. */
    @PutMapping("/confirmation")
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView confirm(
            Permit permit,
            @PathVariable SessionId session,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        int confirmed = estimates.confirm(permit, Ids.orNew(key), session);
        return roster(
                permit,
                session,
                confirmed == 1 ? "1 leaving confirmed." : confirmed + " leavings confirmed.");
    }

    /** A press came late and differs: what stands is right, or was put right. */
    @PutMapping("/late/{conflict}")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView settle(
            Permit permit, @PathVariable SessionId session, @PathVariable UUID conflict) {
        lateTaps.settle(permit, session, conflict);
        return roster(permit, session, "The record stands.");
    }

    @PostMapping("/cancellation")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView cancel(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> cancel(permit, session, form.value("reason")),
                "/sessions/" + session.value(),
                () -> page(permit, frame, session, form));
    }

    private Change<SessionId> cancel(Permit permit, SessionId session, String reason) {
        if (reason.isBlank()) {
            return Change.refused("reason", "REASON_MISSING", "Say why the session is called off.");
        }
        return switch (sessions.cancel(permit, session, reason)) {
            case Cancellation.Cancelled _, Cancellation.AlreadyCancelled _ ->
                    new Change.Done<>(session);
            case Cancellation.Over _ ->
                    Change.refused(
                            "reason",
                            "SESSION_OVER",
                            "This session is over: correct who was here instead.");
        };
    }

    private ModelAndView page(Permit permit, Frame frame, SessionId session, Form cancelling) {
        return new ModelAndView(
                "attendance/session",
                Map.of("frame", frame, "view", rosters.page(permit, session, cancelling)));
    }

    private ModelAndView roster(Permit permit, SessionId session, Recording recording) {
        return roster(
                permit,
                session,
                switch (recording) {
                    case Recording.Recorded recorded -> "Recorded.";
                    case Recording.AlreadyRecorded same -> "That was on record before.";
                    case Recording.NotExpected no -> "The client is not on this roster.";
                    case Recording.Cancelled no -> "This session was called off.";
                    case Recording.TooEarly no -> "This session is on another day.";
                    case Recording.Over no -> "This session is over; correct the record instead.";
                    case Recording.NotHere no -> "The client is not marked as here.";
                    case Recording.TooLate no -> "Too late to take that back.";
                    case Recording.MustStay(var why) -> why;
                    case Recording.Differs _ -> "That differs from what is on record.";
                });
    }

    private ModelAndView roster(Permit permit, SessionId session, String said) {
        return new ModelAndView(
                "attendance/rosterChanged",
                Map.of("view", rosters.roster(permit, session), "said", said));
    }
}
