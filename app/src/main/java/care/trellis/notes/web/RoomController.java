package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.Chip;
import care.trellis.notes.ChipBook;
import care.trellis.notes.Chips;
import care.trellis.notes.GroupNote;
import care.trellis.notes.NoteLine;
import care.trellis.notes.Notes;
import care.trellis.sessions.SessionId;
import care.trellis.web.Frame;
import care.trellis.web.Initials;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** During group, on a phone or tablet: one card per client, a tap for what was seen. */
@Controller
@RequestMapping("/sessions/{session}/note")
class RoomController {

    /** What a device sends in place of a code for a tap that was taken back. */
    private static final String BACK = "BACK";

    private final Notes notes;
    private final Chips chips;
    private final ChipBook book;

    RoomController(Notes notes, Chips chips, ChipBook book) {
        this.notes = notes;
        this.chips = chips;
        this.book = book;
    }

    @GetMapping("/room")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView room(Permit permit, Frame frame, @PathVariable SessionId session) {
        var note = notes.ofFacilitator(permit, session);
        return new ModelAndView(
                "notes/room",
                Map.of(
                        "page",
                        frame.page(
                                "tracks",
                                note.title(),
                                GroupNoteViews.time(note, note.startsAt())
                                        + "–"
                                        + GroupNoteViews.time(note, note.endsAt())),
                        "view",
                        view(note, chips.of(permit, session))));
    }

    /**
     * Takes what a device kept: for each tap its id, client, code and time, in four lists of one
     * length.
     */
    @PostMapping("/chips")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ResponseEntity<Void> deliver(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam List<UUID> id,
            @RequestParam List<UUID> client,
            @RequestParam List<String> code,
            @RequestParam List<String> at) {
        if (client.size() != id.size() || code.size() != id.size() || at.size() != id.size()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        var taps = new ArrayList<Chip>();
        var taken = new ArrayList<UUID>();
        try {
            for (int i = 0; i < id.size(); i++) {
                if (code.get(i).equals(BACK)) {
                    taken.add(id.get(i));
                } else {
                    taps.add(
                            new Chip(
                                    id.get(i),
                                    new ClientId(client.get(i)),
                                    code.get(i),
                                    Instant.parse(at.get(i))));
                }
            }
        } catch (DateTimeException noTime) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        chips.deliver(permit, session, taps, taken);
        return ResponseEntity.noContent().build();
    }

    private RoomView view(GroupNote note, List<Chip> standing) {
        var path = "/sessions/" + note.session().value() + "/note";
        return new RoomView(
                path,
                path + "/chips",
                note.session().value().toString(),
                note.lines().stream().map(line -> card(note, line, standing, path)).toList());
    }

    private RoomView.Card card(GroupNote note, NoteLine line, List<Chip> standing, String path) {
        var own = standing.stream().filter(it -> it.client().equals(line.client())).toList();
        return new RoomView.Card(
                line.client().value().toString(),
                LineViews.shortName(line),
                Initials.of(line.givenName() + " " + line.familyName()),
                switch (line.status()) {
                    case "PRESENT" ->
                            line.leftAt() == null
                                    ? "In " + GroupNoteViews.time(note, line.arrivedAt())
                                    : "Out " + GroupNoteViews.time(note, line.leftAt());
                    case "ABSENT" -> "Absent";
                    case "EXCUSED" -> "Excused";
                    default -> "Expected";
                },
                line.present(),
                own.isEmpty() ? "" : own.getLast().id().toString(),
                own.isEmpty() ? "" : own.getLast().code(),
                book.templates().stream()
                        .map(template ->
                                new RoomView.Tap(
                                        template.code(),
                                        template.label(),
                                        (int)
                                                own.stream()
                                                        .filter(it ->
                                                                it.code().equals(template.code()))
                                                        .count()))
                        .toList());
    }
}
