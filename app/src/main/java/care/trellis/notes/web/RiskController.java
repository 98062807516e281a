package care.trellis.notes.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.notes.GroupNote;
import care.trellis.safety.Flag;
import care.trellis.safety.FlagId;
import care.trellis.safety.Flags;
import care.trellis.sessions.SessionId;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/** Raises a risk flag beside the note: the page stays as it is, and whoever is on call is told. */
@Controller
@RequestMapping("/sessions/{session}/note/lines/{client}/flag")
class RiskController {

    private final Presences presences;
    private final Flags flags;
    private final Access access;

    RiskController(Presences presences, Flags flags, Access access) {
        this.presences = presences;
        this.flags = flags;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView form(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        return dialog(presences.note(permit, session), client, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView raise(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var note = presences.note(permit, session);
        Presences.line(note, client);
        var form = Form.typed(sent);
        return switch (raise(permit, client, form)) {
            case Change.Refused<FlagId>(var problems) -> {
                yield Saving.refused(dialog(note, client, form.refused(problems)));
            }
            case Change.Done<FlagId> _ -> {
                response.setHeader("HX-Trigger", "close-dialog");
                response.setHeader("HX-Reswap", "none");
                yield new ModelAndView(
                        "notes/group/flagged",
                        Map.of("said", "The flag is raised; whoever is on call has it now."));
            }
        };
    }

    private Change<FlagId> raise(Permit permit, ClientId client, Form form) {
        var kind = form.requiredChoice("kind", Flag.Kind.values()[0], "Say what the danger is.");
        var level = form.requiredChoice("level", Flag.Level.values()[0], "Say how soon to act.");
        if (form.wrong()) {
            return new Change.Refused<>(List.of());
        }
        var may =
                access.decide(
                                permit.actor(),
                                Action.SAFETY_FLAG,
                                permit.purpose(),
                                new Resource(Resource.Kind.CLIENT, client.value()))
                        .orElseThrow(NotFound::new);
        return flags.raise(
                may, form.key(), client, kind, level, Flag.Source.NOTE, form.value("words"));
    }

    private static ModelAndView dialog(GroupNote note, ClientId client, Form form) {
        form.key();
        return new ModelAndView(
                "notes/group/flag",
                Map.of(
                        "path",
                        "/sessions/%s/note/lines/%s/flag"
                                .formatted(note.session().value(), client.value()),
                        "name",
                        Presences.line(note, client).givenName(),
                        "form",
                        form,
                        "kinds",
                        Arrays.stream(Flag.Kind.values())
                                .map(it -> choice(form, "kind", it.name(), it.label()))
                                .toList(),
                        "levels",
                        Arrays.stream(Flag.Level.values())
                                .map(it -> choice(form, "level", it.name(), it.label()))
                                .toList()));
    }

    private static Choice choice(Form form, String field, String value, String label) {
        return new Choice(value, label, form.value(field).equals(value));
    }
}
