package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.ClientNotes;
import care.trellis.notes.ClientSigning;
import care.trellis.notes.NoteFormat;
import care.trellis.notes.NoteKind;
import care.trellis.notes.Saved;
import care.trellis.sessions.SessionId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A note of one client outside a group: begun, saved as it is typed, signed. */
@Controller
@RequestMapping("/clients/{client}/notes")
class ClientNoteController {

    private final ClientNotes notes;
    private final ClientNoteForms forms;

    ClientNoteController(ClientNotes notes, ClientNoteForms forms) {
        this.notes = notes;
        this.forms = forms;
    }

    /** Which sort of note, in which format. */
    @GetMapping("/new")
    @Requires(value = Action.NOTE_WRITE, client = "client")
    ModelAndView choose(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam(required = false) @Nullable SessionId session) {
        return new ModelAndView(
                "notes/begin",
                Map.of(
                        "page",
                        frame.page("clients", "New note", ""),
                        "view",
                        ClientNoteForms.begin(client, session)));
    }

    @PostMapping
    @Requires(value = Action.NOTE_WRITE, client = "client")
    String begin(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam UUID key,
            @RequestParam NoteKind kind,
            @RequestParam(defaultValue = "DAP") NoteFormat format,
            @RequestParam(required = false) @Nullable SessionId session) {
        var draft = notes.begin(permit, key, client, kind, format, session);
        return "redirect:/clients/" + client.value() + "/notes/drafts/" + draft;
    }

    @GetMapping("/drafts/{draft}")
    @Requires(value = Action.NOTE_WRITE, client = "client")
    ModelAndView open(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable UUID draft) {
        var opened = notes.open(permit, client, draft);
        return page(frame, forms.view(permit, opened, forms.form(opened), Ids.next()));
    }

    @PutMapping("/drafts/{draft}")
    @Requires(value = Action.NOTE_WRITE, client = "client")
    ModelAndView save(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable UUID draft,
            @RequestParam UUID page,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var typed = forms.read(notes.open(permit, client, draft), form);
        return form.wrong()
                ? answer(-1, form.problems(), HttpStatus.UNPROCESSABLE_CONTENT)
                : switch (notes.save(permit, page, typed)) {
                    case Saved.Stored(int version, var at) ->
                            answer(version, List.of(), HttpStatus.OK);
                    case Saved.Changed(int version) ->
                            answer(
                                    -1,
                                    List.of(
                                            new Problem(
                                                    "",
                                                    "CHANGED",
                                                    "Another page of yours saved this draft. Your words stay here: copy them before you load it again.")),
                                    HttpStatus.UNPROCESSABLE_CONTENT);
                    case Saved.Wrong(var problems) ->
                            answer(-1, problems, HttpStatus.UNPROCESSABLE_CONTENT);
                    case Saved.AlreadySigned(), Saved.NotFacilitator() -> throw new NotFound();
                };
    }

    @PostMapping("/drafts/{draft}/signature")
    @Requires(value = Action.NOTE_SIGN, client = "client")
    ModelAndView sign(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable UUID draft,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String lateReason) {
        return switch (notes.sign(permit, key, client, draft, lateReason)) {
            case ClientSigning.Signed(var note) ->
                    new ModelAndView(
                            "redirect:/clients/" + client.value() + "/notes/" + note.value());
            case ClientSigning.NotReady(var problems) -> {
                var opened = notes.open(permit, client, draft);
                var form = forms.form(opened).with("lateReason", lateReason).refused(problems);
                yield Saving.refused(page(frame, forms.view(permit, opened, form, Ids.next())));
            }
        };
    }

    @PostMapping("/drafts/{draft}/discard")
    @Requires(value = Action.NOTE_WRITE, client = "client")
    String discard(Permit permit, @PathVariable ClientId client, @PathVariable UUID draft) {
        notes.discard(permit, client, draft);
        return "redirect:/notes";
    }

    private static ModelAndView page(Frame frame, ClientNoteView view) {
        return new ModelAndView(
                "notes/draft",
                Map.of("page", frame.page("clients", view.kind(), view.format()), "view", view));
    }

    private static ModelAndView answer(int version, List<Problem> problems, HttpStatus status) {
        return new ModelAndView(
                "notes/draft/saved",
                Map.of(
                        "version",
                        version,
                        "problems",
                        problems.stream().map(Problem::message).toList()),
                status);
    }
}
