package care.trellis.attendance.web;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
 * Who is on a session's roster: adding, taking off, moving, and the way back from each. Every
 * answer is the roster as it stands, with ten seconds to take it back; a form that is refused comes
 * back with what was typed.
 */
@Controller
@RequestMapping("/sessions/{session}")
class SeatController {

    private static final String WAS_HERE =
            "Who was here stays on the roster: correct the record first.";

    private final Rosters rosters;
    private final Attendance attendance;
    private final Sessions sessions;

    SeatController(Rosters rosters, Attendance attendance, Sessions sessions) {
        this.rosters = rosters;
        this.attendance = attendance;
        this.sessions = sessions;
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
                    done(
                            permit,
                            session,
                            chosen.get().label() + " is on the roster.",
                            Tone.GOOD,
                            path(session, client) + "/seat",
                            false);
            case Seating.AlreadyThere _ ->
                    said(permit, session, chosen.get().label() + " was on the roster before.");
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
                                            "Say why, or choose another session.")));
            case Seating.NotThere _, Seating.NotTakingPlace _ ->
                    said(permit, session, "This session is over or was called off.");
        };
    }

    private ModelAndView refuseWalkIn(
            Permit permit,
            HttpServletResponse response,
            SessionId session,
            Form form,
            List<Problem> problems) {
        return refused(
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
        if (wasHere(permit, session, client)) {
            return undone(permit, session, WAS_HERE, Tone.WATCH);
        }
        return switch (sessions.remove(permit, session, client, "Added by mistake")) {
            case Seating.Seated _ -> undone(permit, session, "Taken back.", Tone.GOOD);
            case Seating.AlreadyThere _,
                    Seating.NotThere _,
                    Seating.NotTakingPlace _,
                    Seating.AsksWhy _ ->
                    undone(permit, session, "That was taken back before.", Tone.WATCH);
        };
    }

    /** The dialog that asks for the reason, and for another session to go to. */
    @GetMapping("/clients/{client}/removal")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView removal(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        return removal(permit, session, client, Form.empty());
    }

    @PostMapping("/clients/{client}/removal")
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
                yield done(
                        permit,
                        session,
                        name + (to == null ? " is off the roster." : " moved."),
                        Tone.GOOD,
                        path(session, client)
                                + "/removal"
                                + (to == null ? "" : "?to=" + to.value()),
                        false);
            }
            case Change.Refused<SessionId>(var problems) -> {
                form.refused(problems);
                yield refused(
                        response, "#dialog", "innerHTML", removal(permit, session, client, form));
            }
        };
    }

    /** Takes a removal back; one who was moved comes back from there. */
    @DeleteMapping("/clients/{client}/removal")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView putBack(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam(required = false) @Nullable SessionId to) {
        if (to != null && wasHere(permit, to, client)) {
            return undone(
                    permit,
                    session,
                    "The client was in the other session: correct that record first.",
                    Tone.WATCH);
        }
        return switch (sessions.putBack(permit, session, client, to)) {
            case Seating.Seated _ -> undone(permit, session, "Back on the roster.", Tone.GOOD);
            case Seating.AlreadyThere _, Seating.NotThere _, Seating.AsksWhy _ ->
                    undone(permit, session, "On the roster already.", Tone.WATCH);
            case Seating.NotTakingPlace _ ->
                    undone(permit, session, "This session is over or was called off.", Tone.WATCH);
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
        if (wasHere(permit, session, client)) {
            return Change.refused("", "WAS_HERE", WAS_HERE);
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
                            List.of(
                                    new Problem("concern", "CONCERN", String.join(" ", concerns)),
                                    new Problem(
                                            "despite",
                                            "REASON_MISSING",
                                            "Say why, or choose another session.")));
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

    /** The session chosen to move to, where it is one of those on offer. */
    private @Nullable SessionId target(
            Permit permit, SessionId session, ClientId client, Form form) {
        return rosters.removal(permit, session, client, form).others().stream()
                .filter(it -> it.selected() && !it.value().isEmpty())
                .findFirst()
                .map(it -> SessionId.of(it.value()))
                .orElse(null);
    }

    private boolean wasHere(Permit permit, SessionId session, ClientId client) {
        return attendance.marks(permit, session).stream()
                .anyMatch(mark -> mark.client().equals(client) && mark.status() == Status.PRESENT);
    }

    private ModelAndView removal(Permit permit, SessionId session, ClientId client, Form form) {
        return new ModelAndView(
                "attendance/removal",
                Map.of("view", rosters.removal(permit, session, client, form)));
    }

    private ModelAndView said(Permit permit, SessionId session, String words) {
        return done(permit, session, words, Tone.WATCH, "", false);
    }

    /** An undo is pressed in a toast, which swaps nothing: the roster puts itself in place. */
    private ModelAndView undone(Permit permit, SessionId session, String words, Tone tone) {
        return done(permit, session, words, tone, "", true);
    }

    private ModelAndView done(
            Permit permit,
            SessionId session,
            String words,
            Tone tone,
            String undo,
            boolean inPlace) {
        var model = new HashMap<String, Object>();
        model.put("view", rosters.roster(permit, session));
        model.put("walkIn", rosters.walkIn(permit, session, Form.empty()));
        model.put("said", words);
        model.put("tone", tone);
        model.put("undo", undo);
        model.put("oob", inPlace);
        return new ModelAndView("attendance/seated", model);
    }

    private static ModelAndView refused(
            HttpServletResponse response, String place, String swap, ModelAndView part) {
        response.setHeader("HX-Retarget", place);
        response.setHeader("HX-Reswap", swap);
        return Saving.refused(part);
    }

    private static String path(SessionId session, ClientId client) {
        return "/sessions/%s/clients/%s".formatted(session.value(), client.value());
    }
}
