package care.trellis.attendance.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SeatReason;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds somebody who came unexpected to a session's roster, and takes the adding back. Every answer
 * is the roster as it stands, with ten seconds to take it back; a form that is refused comes back
 * with what was typed.
 */
@Controller
@RequestMapping("/sessions/{session}")
class WalkInController {

    private final Rosters rosters;
    private final Sessions sessions;
    private final SeatAnswers answers;

    WalkInController(Rosters rosters, Sessions sessions, SeatAnswers answers) {
        this.rosters = rosters;
        this.sessions = sessions;
        this.answers = answers;
    }

    @PostMapping("/walk-ins")
    @Requires(value = Action.CHECK_IN, session = "session")
    ModelAndView add(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var chosen =
                rosters.walkIn(permit, session, form).choices().stream()
                        .filter(it -> it.selected() && !it.value().isEmpty())
                        .findFirst();
        if (chosen.isEmpty()) {
            return refuseWalkIn(
                    permit,
                    response,
                    session,
                    form,
                    List.of(
                            new Problem(
                                    "client",
                                    "CLIENT_MISSING",
                                    "Choose who came. Whoever is on the roster already, or at another site, is not on this list.")));
        }
        var client = ClientId.of(chosen.get().value());
        return switch (sessions.addWalkIn(permit, session, client, form.value("why"))) {
            case Seating.Seated _ ->
                    answers.done(
                            permit,
                            session,
                            chosen.get().label() + " is on the roster.",
                            Tone.GOOD,
                            SeatAnswers.path(session, client) + "/seat",
                            false);
            case Seating.AlreadyThere _ ->
                    answers.said(
                            permit, session, chosen.get().label() + " was on the roster before.");
            case Seating.AsksWhy(var concerns) ->
                    refuseWalkIn(
                            permit,
                            response,
                            session,
                            form,
                            List.of(
                                    new Problem("", "CONCERN", String.join(" ", concerns)),
                                    new Problem(
                                            "why",
                                            "REASON_MISSING",
                                            SeatReason.fix(
                                                    form.value("why"),
                                                    "Say why, or choose another session."))));
            case Seating.NotThere _, Seating.NotTakingPlace _, Seating.WasHere _ ->
                    answers.said(permit, session, "This session is over or was called off.");
        };
    }

    private ModelAndView refuseWalkIn(
            Permit permit,
            HttpServletResponse response,
            SessionId session,
            Form form,
            List<Problem> problems) {
        return SeatAnswers.refused(
                response,
                "#walk-in",
                "outerHTML",
                new ModelAndView(
                        "attendance/walkIn",
                        Map.of("view", rosters.walkIn(permit, session, form.refused(problems)))));
    }

    /** Takes an adding back, or any seat of one who never came. */
    @DeleteMapping("/clients/{client}/seat")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView takeAddingBack(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        return switch (sessions.remove(permit, session, client, "Added by mistake")) {
            case Seating.Seated _ -> answers.undone(permit, session, "Taken back.", Tone.GOOD);
            case Seating.WasHere _ ->
                    answers.undone(permit, session, SeatAnswers.WAS_HERE, Tone.WATCH);
            case Seating.AlreadyThere _,
                    Seating.NotThere _,
                    Seating.NotTakingPlace _,
                    Seating.AsksWhy _ ->
                    answers.undone(permit, session, "That was taken back before.", Tone.WATCH);
        };
    }
}
