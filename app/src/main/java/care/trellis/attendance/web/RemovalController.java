package care.trellis.attendance.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes a client off a session's roster or moves them, and puts them back. Every answer is the
 * roster as it stands, with ten seconds to take it back; a form that is refused comes back with
 * what was typed.
 */
@Controller
@RequestMapping("/sessions/{session}/clients/{client}")
class RemovalController {

    private final Rosters rosters;
    private final Sessions sessions;
    private final SeatAnswers answers;

    RemovalController(Rosters rosters, Sessions sessions, SeatAnswers answers) {
        this.rosters = rosters;
        this.sessions = sessions;
        this.answers = answers;
    }

    /** The dialog that asks for the reason, and for another session to go to. */
    @GetMapping("/removal")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView removal(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        return removal(permit, session, client, Form.empty());
    }

    @PostMapping("/removal")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView remove(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var name = rosters.removal(permit, session, client, form).name();
        var to = target(permit, session, client, form);
        return switch (remove(permit, session, client, form, to)) {
            case Change.Done<SessionId> _ -> {
                response.setHeader("HX-Trigger", "close-dialog");
                yield answers.done(
                        permit,
                        session,
                        name + (to == null ? " is off the roster." : " moved."),
                        Tone.GOOD,
                        SeatAnswers.path(session, client)
                                + "/removal"
                                + (to == null ? "" : "?to=" + to.value()),
                        false);
            }
            case Change.Refused<SessionId>(var problems) -> {
                form.refused(problems);
                yield SeatAnswers.refused(
                        response, "#dialog", "innerHTML", removal(permit, session, client, form));
            }
        };
    }

    /** Takes a removal back; one who was moved comes back from there. */
    @DeleteMapping("/removal")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView putBack(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam(required = false) @Nullable SessionId to) {
        var form = Form.empty().with("to", to == null ? "" : to.value());
        return putBack(permit, response, session, client, to, form);
    }

    /** The same with a reason, where something speaks against the seat now. */
    @PostMapping("/return")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView putBackDespite(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam(required = false) @Nullable SessionId to,
            @RequestParam MultiValueMap<String, String> sent) {
        var answer = putBack(permit, response, session, client, to, Form.typed(sent));
        if (answer.getStatus() == null) {
            response.setHeader("HX-Trigger", "close-dialog");
        }
        return answer;
    }

    private ModelAndView putBack(
            Permit permit,
            HttpServletResponse response,
            SessionId session,
            ClientId client,
            @Nullable SessionId to,
            Form form) {
        return switch (sessions.putBack(permit, session, client, to, form.value("despite"))) {
            case Seating.Seated _ ->
                    answers.undone(permit, session, "Back on the roster.", Tone.GOOD);
            case Seating.AlreadyThere _, Seating.NotThere _ ->
                    answers.undone(permit, session, "On the roster already.", Tone.WATCH);
            case Seating.NotTakingPlace _ ->
                    answers.undone(
                            permit, session, "This session is over or was called off.", Tone.WATCH);
            case Seating.WasHere _ ->
                    answers.undone(
                            permit,
                            session,
                            "The client was in the other session: correct that record first.",
                            Tone.WATCH);
            case Seating.AsksWhy(var concerns) -> {
                form.refused(asksWhy(form, concerns, "Say why, or leave them off."));
                yield SeatAnswers.refused(
                        response,
                        "#dialog",
                        "innerHTML",
                        new ModelAndView(
                                "attendance/return",
                                Map.of("view", rosters.removal(permit, session, client, form))));
            }
        };
    }

    private Change<SessionId> remove(
            Permit permit, SessionId session, ClientId client, Form form, @Nullable SessionId to) {
        if (form.value("why").isBlank()) {
            return Change.refused(
                    "why", "REASON_MISSING", "Say why, in a few words: it stays on the page.");
        }
        if (!form.value("to").isEmpty() && to == null) {
            return Change.refused(
                    "to", "SESSION_GONE", "That session takes nobody any more; choose another.");
        }
        var seating =
                to == null
                        ? sessions.remove(permit, session, client, form.value("why"))
                        : sessions.move(
                                permit,
                                session,
                                to,
                                client,
                                form.value("why"),
                                form.value("despite"));
        return switch (seating) {
            case Seating.Seated _ -> new Change.Done<>(session);
            case Seating.AlreadyThere _ -> new Change.Done<>(session);
            case Seating.AsksWhy(var concerns) ->
                    new Change.Refused<>(
                            asksWhy(form, concerns, "Say why, or choose another session."));
            case Seating.WasHere _ -> Change.refused("", "WAS_HERE", SeatAnswers.WAS_HERE);
            case Seating.NotThere _ ->
                    Change.refused(
                            "", "NOT_THERE", "Somebody took this client off the roster before.");
            case Seating.NotTakingPlace _ ->
                    Change.refused(
                            "to",
                            "SESSION_GONE",
                            "That session takes nobody any more; choose another.");
        };
    }

    private static List<Problem> asksWhy(Form form, List<String> concerns, String missing) {
        return List.of(
                new Problem("concern", "CONCERN", String.join(" ", concerns)),
                new Problem(
                        "despite",
                        "REASON_MISSING",
                        SeatReason.fix(form.value("despite"), missing)));
    }

    /** The session chosen to move to, where it is one of those on offer. */
    private @Nullable SessionId target(
            Permit permit, SessionId session, ClientId client, Form form) {
        return rosters.removal(permit, session, client, form).others().stream()
                .filter(it -> it.selected() && !it.value().isEmpty())
                .findFirst()
                .map(it -> SessionId.of(it.value()))
                .orElse(null);
    }

    private ModelAndView removal(Permit permit, SessionId session, ClientId client, Form form) {
        return new ModelAndView(
                "attendance/removal",
                Map.of("view", rosters.removal(permit, session, client, form)));
    }
}
