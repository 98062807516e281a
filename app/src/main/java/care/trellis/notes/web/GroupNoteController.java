package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.Notes;
import care.trellis.notes.Saved;
import care.trellis.notes.Signing;
import care.trellis.sessions.SessionId;
import care.trellis.web.Frame;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The group note page: opened, saved as it is typed, signed. */
@Controller
@RequestMapping("/sessions/{session}/note")
class GroupNoteController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

    private final Notes notes;
    private final GroupNoteViews views;

    GroupNoteController(Notes notes, GroupNoteViews views) {
        this.notes = notes;
        this.views = views;
    }

    @GetMapping
    @Requires(value = Action.NOTE_VIEW, session = "session")
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "-1") int signed) {
        var note = notes.open(permit, session);
        return new ModelAndView(
                "notes/group",
                Map.of(
                        "page",
                        frame.page("tracks", note.title(), DAY.format(note.localDate())),
                        "note",
                        views.view(note, permit.actor(), band(signed))));
    }

    @PutMapping("/shared")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView saveShared(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String focus,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String narrative) {
        return answer(
                notes.saveShared(permit, session, version, focus, method, narrative),
                "shared-version");
    }

    @PutMapping("/lines/{client}")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView saveLine(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String participation,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String noGoalReason) {
        var saved =
                notes.saveLine(
                        permit,
                        session,
                        client,
                        version,
                        text,
                        participation.isEmpty() ? null : Integer.valueOf(participation),
                        goal(goal),
                        goal.equals("none")
                                ? (noGoalReason.isBlank() ? "None applies" : noGoalReason)
                                : "");
        return answer(saved, "line-" + client.value() + "-version");
    }

    /** Where each line stands; the page asks after a save. */
    @GetMapping("/standing")
    @Requires(value = Action.NOTE_VIEW, session = "session")
    ModelAndView standing(Permit permit, @PathVariable SessionId session) {
        var note = notes.open(permit, session);
        return new ModelAndView(
                "notes/standing", Map.of("note", views.view(note, permit.actor(), "")));
    }

    @PostMapping("/signature")
    @Requires(value = Action.NOTE_SIGN, session = "session")
    String sign(Permit permit, @PathVariable SessionId session, @RequestParam UUID key) {
        var signed =
                switch (notes.sign(permit, key, session)) {
                    case Signing.Signed(var clients, var waiting) -> clients.size();
                    case Signing.NothingReady(var waiting) -> 0;
                    case Signing.NotFacilitator() -> throw new NotFound();
                };
        return "redirect:/sessions/" + session.value() + "/note?signed=" + signed;
    }

    @PostMapping("/cosignature")
    @Requires(value = Action.NOTE_SIGN, session = "session")
    String cosign(Permit permit, @PathVariable SessionId session, @RequestParam UUID key) {
        return "redirect:/sessions/"
                + session.value()
                + "/note?signed="
                + notes.cosign(permit, key, session);
    }

    private static ModelAndView answer(Saved saved, String element) {
        return switch (saved) {
            case Saved.Stored(int version, var at) ->
                    new ModelAndView("notes/saved", Map.of("element", element, "version", version));
            case Saved.Changed(int version) -> refused("Someone else saved this part in between.");
            case Saved.AlreadySigned() -> refused("This is signed. Add an addendum instead.");
            case Saved.NotFacilitator() -> throw new NotFound();
        };
    }

    private static ModelAndView refused(String words) {
        return new ModelAndView("notes/refused", Map.of("words", words), HttpStatus.CONFLICT);
    }

    private static @Nullable UUID goal(String goal) {
        return goal.isEmpty() || goal.equals("none") ? null : UUID.fromString(goal);
    }

    private static String band(int signed) {
        return switch (signed) {
            case -1 -> "";
            case 0 -> "Nothing was ready to sign. Each line below says what it waits for.";
            case 1 -> "1 note is signed and counts now.";
            default -> signed + " notes are signed and count now.";
        };
    }
}
