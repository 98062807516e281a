package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.GroupNote;
import care.trellis.notes.NoteLine;
import care.trellis.notes.Notes;
import care.trellis.notes.Releases;
import care.trellis.notes.Signing;
import care.trellis.sessions.SessionId;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The group note page: opened and signed. What is typed goes through {@link DraftController}. */
@Controller
@RequestMapping("/sessions/{session}/note")
class GroupNoteController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

    private final Notes notes;
    private final GroupNoteViews views;
    private final List<Releases> releases;

    GroupNoteController(Notes notes, GroupNoteViews views, List<Releases> releases) {
        this.notes = notes;
        this.views = views;
        this.releases = releases;
    }

    @GetMapping
    @Requires(value = Action.NOTE_VIEW, session = "session")
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "-1") int signed) {
        var note = notes.open(permit, session);
        var more =
                signed > 0 && note.facilitatedBy(permit.actor().staff())
                        ? released(permit, note)
                        : List.<String>of();
        return page(permit, frame, note, new GroupNoteViews.Said(band(signed), more, "", ""));
    }

    @PostMapping("/signature")
    @Requires(value = Action.NOTE_SIGN, session = "session")
    ModelAndView sign(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String lateReason) {
        return switch (notes.sign(permit, key, session, lateReason)) {
            case Signing.Signed(var clients, var waiting) -> to(session, clients.size());
            case Signing.NothingReady(var waiting) -> to(session, 0);
            case Signing.LateReasonMissing() -> {
                var page =
                        page(
                                permit,
                                frame,
                                notes.open(permit, session),
                                new GroupNoteViews.Said(
                                        "",
                                        List.of(),
                                        lateReason,
                                        "Say why it is signed more than a day after the group."));
                yield Saving.refused(page);
            }
            case Signing.NotFacilitator() -> throw new NotFound();
        };
    }

    @PostMapping("/cosignature")
    @Requires(value = Action.NOTE_SIGN, session = "session")
    ModelAndView cosign(Permit permit, @PathVariable SessionId session, @RequestParam UUID key) {
        return to(session, notes.cosign(permit, key, session));
    }

    private ModelAndView page(
            Permit permit, Frame frame, GroupNote note, GroupNoteViews.Said said) {
        return new ModelAndView(
                "notes/group",
                Map.of(
                        "page",
                        frame.page("tracks", note.title(), DAY.format(note.localDate())),
                        "note",
                        views.view(permit, note, said, ahead(permit, note))));
    }

    /** What hangs on the signatures that are missing, where a room knows it. */
    private String ahead(Permit permit, GroupNote note) {
        var unsigned =
                note.lines().stream()
                        .filter(line -> line.present() && !line.signed())
                        .map(NoteLine::client)
                        .toList();
        return unsigned.isEmpty() || !note.facilitatedBy(permit.actor().staff())
                ? ""
                : releases.stream()
                        .map(it -> it.ahead(permit, note.session(), note.localDate(), unsigned))
                        .findFirst()
                        .orElse("");
    }

    private List<String> released(Permit permit, GroupNote note) {
        List<ClientId> signed =
                note.lines().stream().filter(NoteLine::signed).map(NoteLine::client).toList();
        return releases.stream()
                .flatMap(it ->
                        it.released(permit, note.session(), note.localDate(), signed).stream())
                .toList();
    }

    private static ModelAndView to(SessionId session, int signed) {
        return new ModelAndView("redirect:/sessions/" + session.value() + "/note?signed=" + signed);
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
