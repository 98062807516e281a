package care.trellis.notes.web;

import care.trellis.attendance.Corrected;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.GroupNote;
import care.trellis.notes.GroupRoster;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds somebody who was there unexpected: a line appears, and nothing else on the page moves. */
@Controller
@RequestMapping("/sessions/{session}/note/additions")
class AdditionController {

    private final Presences presences;
    private final GroupRoster roster;
    private final Sessions sessions;

    AdditionController(Presences presences, GroupRoster roster, Sessions sessions) {
        this.presences = presences;
        this.roster = roster;
        this.sessions = sessions;
    }

    @GetMapping
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView form(Permit permit, @PathVariable SessionId session) {
        var note = presences.note(permit, session);
        return dialog(
                permit,
                note,
                Form.empty()
                        .with("came", Times.field(note, null, note.startsAt()))
                        .with("left", Times.field(note, null, note.endsAt())));
    }

    @PostMapping
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView add(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var note = presences.note(permit, session);
        var form = Form.typed(sent).with("status", "PRESENT");
        return switch (add(permit, note, form)) {
            case Change.Refused<ClientId>(var problems) -> {
                yield Saving.refused(dialog(permit, note, form.refused(problems)));
            }
            case Change.Done<ClientId>(var client) -> {
                response.setHeader("HX-Trigger", "close-dialog");
                response.setHeader("HX-Retarget", "#note-lines");
                response.setHeader("HX-Reswap", "beforeend");
                yield presences.parts(
                        "notes/group/added", permit, presences.note(permit, session), client, true);
            }
        };
    }

    private Change<ClientId> add(Permit permit, GroupNote note, Form form) {
        if (!candidates(permit, note.session()).containsKey(form.value("client"))) {
            return new Change.Refused<>(
                    List.of(new Problem("client", "CLIENT_MISSING", "Choose who was there.")));
        }
        var client = ClientId.of(form.value("client"));
        return switch (Times.read(note, form)) {
            case Change.Refused<Corrected>(var problems) -> new Change.Refused<>(problems);
            case Change.Done<Corrected>(var was) ->
                    roster.add(permit, form.key(), note.session(), client, was, Times.reason(form));
        };
    }

    private ModelAndView dialog(Permit permit, GroupNote note, Form form) {
        form.key();
        return new ModelAndView(
                "notes/group/additions",
                Map.of(
                        "path",
                        "/sessions/" + note.session().value() + "/note/additions",
                        "form",
                        form,
                        "clients",
                        form.choices("client", "Choose …", candidates(permit, note.session()))));
    }

    private Map<String, String> candidates(Permit permit, SessionId session) {
        var names = new LinkedHashMap<String, String>();
        sessions.candidates(permit, session)
                .forEach(it ->
                        names.put(
                                it.client().value().toString(),
                                it.givenName() + " " + it.familyName()));
        return names;
    }
}
