package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.notes.NoteId;
import care.trellis.notes.Notes;
import care.trellis.notes.SignedNote;
import care.trellis.web.Fact;
import care.trellis.web.Frame;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client's signed note, and what is added to it. */
@Controller
@RequestMapping("/clients/{client}/notes/{note}")
class SignedNoteController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM d, yyyy h:mm a", Locale.US);

    private final Notes notes;
    private final Clients clients;
    private final Documents documents;

    SignedNoteController(Notes notes, Clients clients, Documents documents) {
        this.notes = notes;
        this.clients = clients;
        this.documents = documents;
    }

    @GetMapping
    @Requires(value = Action.NOTE_VIEW, client = "client")
    ModelAndView read(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable NoteId note) {
        var signed = notes.read(permit, client, note);
        return new ModelAndView(
                "notes/signed",
                Map.of(
                        "page",
                        frame.page("clients", signed.title(), DAY.format(signed.localDate())),
                        "note",
                        view(signed)));
    }

    /** The same words as a tagged PDF, to print, to attach, to read aloud. */
    @GetMapping("/pdf")
    @Requires(value = Action.NOTE_VIEW, client = "client")
    ResponseEntity<byte[]> printed(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable NoteId note) {
        var signed = notes.read(permit, client, note);
        return documents.answer(
                "note",
                "notes/printed",
                Map.of(
                        "organization", frame.organization(),
                        "person", clients.find(permit, client).person().name(),
                        "title", signed.title(),
                        "day", DAY.format(signed.localDate()),
                        "note", view(signed)));
    }

    @PostMapping("/addenda")
    @Requires(value = Action.NOTE_SIGN, client = "client")
    String add(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable NoteId note,
            @RequestParam UUID key,
            @RequestParam String reason,
            @RequestParam String text) {
        if (!reason.isBlank() && !text.isBlank()) {
            notes.add(permit, key, client, note, reason.strip(), text.strip());
        }
        return "redirect:/clients/" + client.value() + "/notes/" + note.value();
    }

    private static SignedNoteView view(SignedNote note) {
        var zone = OffsetDateTime.parse(note.starts()).getOffset();
        return new SignedNoteView(
                "/clients/" + note.client().value(),
                "/clients/" + note.client().value() + "/notes/" + note.id().value() + "/addenda",
                TIME.format(OffsetDateTime.parse(note.starts()))
                        + "–"
                        + TIME.format(OffsetDateTime.parse(note.ends()))
                        + " · "
                        + note.minutes()
                        + " minutes attended",
                String.join(" · ", note.facilitators()),
                facts(note),
                sections(note),
                note.signatures().stream()
                        .map(it ->
                                it.meaning()
                                        + ": "
                                        + it.printedName()
                                        + ", "
                                        + it.credentials()
                                        + ", "
                                        + STAMP.format(it.signedAt().atOffset(zone))
                                        + (it.lateReason().isEmpty()
                                                ? ""
                                                : " · Late entry: " + it.lateReason()))
                        .toList(),
                note.addenda().stream()
                        .map(it ->
                                new SignedNoteView.Added(
                                        it.reason(),
                                        it.text(),
                                        it.printedName()
                                                + ", "
                                                + it.credentials()
                                                + ", "
                                                + STAMP.format(it.signedAt().atOffset(zone))))
                        .toList(),
                note.contentHash().substring(0, 16),
                note.intact(),
                Ids.next().toString());
    }

    private static List<Fact> facts(SignedNote note) {
        var facts = new ArrayList<Fact>();
        if (note.sections().isEmpty()) {
            facts.add(new Fact("Focus", note.focus()));
            facts.add(new Fact("Method", note.method()));
        }
        note.facts().forEach(it -> facts.add(new Fact(it.heading(), it.text())));
        var goal = note.goal();
        facts.add(new Fact("Goal", goal == null ? note.noGoalReason() : goal));
        return facts;
    }

    private static List<SignedNoteView.Section> sections(SignedNote note) {
        return note.sections().isEmpty()
                ? List.of(
                        new SignedNoteView.Section("What the group did", note.narrative()),
                        new SignedNoteView.Section("What the client did", note.text()))
                : note.sections().stream()
                        .map(it -> new SignedNoteView.Section(it.heading(), it.text()))
                        .toList();
    }
}
