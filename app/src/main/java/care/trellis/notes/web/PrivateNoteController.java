package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.PrivateNote;
import care.trellis.notes.PrivateNotes;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A clinician's own notes about a client, which nobody else finds. */
@Controller
@RequestMapping("/clients/{client}/private-notes")
class PrivateNoteController {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private final PrivateNotes notes;
    private final Clock clock;

    PrivateNoteController(PrivateNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = Action.NOTE_WRITE, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.NOTE_WRITE, client = "client")
    ModelAndView keep(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> keep(permit, client, key, form),
                "/clients/" + client.value() + "/private-notes",
                () -> page(permit, frame, client, form));
    }

    private Change<UUID> keep(Permit permit, ClientId client, UUID key, Form form) {
        for (var kind : PrivateNote.Kind.values()) {
            if (kind.name().equals(form.value("kind"))) {
                return notes.keep(permit, key, client, kind, form.value("text"));
            }
        }
        return Change.refused("kind", "KIND_MISSING", "Choose which sort of note it is.");
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Form form) {
        form.key();
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : PrivateNote.Kind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        var path = "/clients/" + client.value() + "/private-notes";
        return new ModelAndView(
                "notes/private",
                Map.of(
                        "page",
                        frame.page("clients", "Private notes", "Yours alone"),
                        "view",
                        new PrivateNotesView(
                                path,
                                "/clients/" + client.value(),
                                form,
                                form.choices("kind", kinds),
                                notes.of(permit, client).stream()
                                        .map(note ->
                                                new PrivateNotesView.Entry(
                                                        note.id().toString(),
                                                        note.kind().name(),
                                                        note.kind().label(),
                                                        STAMP.format(
                                                                note.createdAt()
                                                                        .atZone(clock.getZone())),
                                                        note.text()))
                                        .toList())));
    }
}
