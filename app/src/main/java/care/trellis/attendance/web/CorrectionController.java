package care.trellis.attendance.web;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Corrected;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Puts one client's record of one session right, with a reason. */
@Controller
@RequestMapping("/sessions/{session}/clients/{client}/correction")
class CorrectionController {

    private final Rosters rosters;
    private final Attendance attendance;

    CorrectionController(Rosters rosters, Attendance attendance) {
        this.rosters = rosters;
        this.attendance = attendance;
    }

    @GetMapping
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView form(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @PathVariable ClientId client) {
        return form(permit, frame, session, client, Map.of(), "");
    }

    @PostMapping
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView correct(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam UUID key,
            @RequestParam Map<String, String> typed) {
        if (typed.getOrDefault("reason", "").isBlank()) {
            return Saving.refused(
                    form(permit, frame, session, client, typed, "Say why the record changes."));
        }
        try {
            var right = corrected(rosters.session(permit, session), typed);
            attendance.correct(
                    permit, key, session, client, right, typed.getOrDefault("reason", ""));
        } catch (IllegalArgumentException | DateTimeException impossible) {
            return Saving.refused(
                    form(
                            permit,
                            frame,
                            session,
                            client,
                            typed,
                            "Who was here needs a time of coming, and leaves after it."));
        }
        return new ModelAndView("redirect:/sessions/" + session.value());
    }

    private static Corrected corrected(DatedSession session, Map<String, String> typed) {
        var status = Status.valueOf(typed.getOrDefault("status", ""));
        if (status != Status.PRESENT) {
            return new Corrected(status, null, null);
        }
        var came = instant(session, typed.getOrDefault("came", ""));
        var left = instant(session, typed.getOrDefault("left", ""));
        return new Corrected(status, came, left);
    }

    /** A time of the session's day at the site; one before its start by half a day is the next. */
    private static @Nullable Instant instant(DatedSession session, String text) {
        if (text.isBlank()) {
            return null;
        }
        var at = session.date().atTime(LocalTime.parse(text)).atZone(session.zone());
        boolean nextDay = at.plusHours(12).toInstant().isBefore(session.startsAt());
        return (nextDay ? at.plusDays(1) : at).toInstant();
    }

    private ModelAndView form(
            Permit permit,
            Frame frame,
            SessionId session,
            ClientId client,
            Map<String, String> typed,
            String error) {
        return new ModelAndView(
                "attendance/correction",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        rosters.correction(permit, session, client, typed, error)));
    }
}
