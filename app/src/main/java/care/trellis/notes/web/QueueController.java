package care.trellis.notes.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.notes.ClientNotes;
import care.trellis.notes.NoteQueue;
import care.trellis.notes.NoteReview;
import care.trellis.notes.NoteReviews;
import care.trellis.web.Frame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** What waits for this clinician's pen: groups, drafts, and other people's notes to confirm. */
@Controller
@RequestMapping("/notes")
class QueueController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private final NoteQueue queue;
    private final ClientNotes notes;
    private final NoteReviews reviews;
    private final Access access;
    private final Clock clock;

    QueueController(
            NoteQueue queue, ClientNotes notes, NoteReviews reviews, Access access, Clock clock) {
        this.queue = queue;
        this.notes = notes;
        this.reviews = reviews;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Action.NOTE_SIGN)
    ModelAndView queue(
            Permit permit, Frame frame, @RequestParam(defaultValue = "-1") int confirmed) {
        var now = clock.instant();
        return new ModelAndView(
                "notes/queue",
                Map.of(
                        "page",
                        frame.page("notes", "Notes", "What waits for your signature"),
                        "view",
                        new QueueView(
                                queue.groups(permit).stream()
                                        .map(group ->
                                                new QueueView.Row(
                                                        group.title(),
                                                        DAY.format(group.day())
                                                                + " · "
                                                                + group.what(),
                                                        age(group.endedAt(), now),
                                                        group.late(now),
                                                        "/sessions/"
                                                                + group.session().value()
                                                                + "/note"))
                                        .toList(),
                                notes.drafts(permit).stream()
                                        .map(draft ->
                                                new QueueView.Row(
                                                        draft.clientName(),
                                                        draft.kind().label()
                                                                + " · "
                                                                + draft.format().label(),
                                                        age(draft.savedAt(), now),
                                                        ClientNotes.isLate(draft, now),
                                                        "/clients/"
                                                                + draft.client().value()
                                                                + "/notes/drafts/"
                                                                + draft.id()))
                                        .toList(),
                                waiting(reviews.waiting(permit), now),
                                confirmed < 0
                                        ? ""
                                        : confirmed == 1
                                                ? "1 note is confirmed."
                                                : confirmed + " notes are confirmed.",
                                access.mayByRole(permit.actor(), Action.ORGANIZATION_EDIT))));
    }

    @PostMapping("/reviews/{signature}")
    @Requires(Action.NOTE_SIGN)
    String confirm(Permit permit, @PathVariable UUID signature, @RequestParam UUID key) {
        return "redirect:/notes?confirmed=" + reviews.confirm(permit, key, signature);
    }

    /** Notes of one signing pass are confirmed together. */
    private static List<QueueView.Review> waiting(List<NoteReview> waiting, Instant now) {
        var passes = new LinkedHashMap<UUID, List<NoteReview>>();
        waiting.forEach(
                it -> passes.computeIfAbsent(it.signature(), key -> new ArrayList<>()).add(it));
        return passes.entrySet().stream()
                .map(pass -> {
                    var first = pass.getValue().getFirst();
                    return new QueueView.Review(
                            "/notes/reviews/" + pass.getKey(),
                            Ids.next().toString(),
                            first.author(),
                            DAY.format(first.day()) + " · signed " + age(first.askedAt(), now),
                            due(first.due(), now),
                            first.due().isBefore(now),
                            pass.getValue().stream()
                                    .map(note ->
                                            new QueueView.Note(
                                                    note.clientName(),
                                                    "/clients/"
                                                            + note.client().value()
                                                            + "/notes/"
                                                            + note.note().value()))
                                    .toList());
                })
                .toList();
    }

    private static String age(Instant since, Instant now) {
        var age = Duration.between(since, now);
        return age.toHours() < 1
                ? "just now"
                : age.toHours() < 24 ? age.toHours() + " h ago" : age.toDays() + " d ago";
    }

    private static String due(Instant due, Instant now) {
        var left = Duration.between(now, due);
        return left.isNegative()
                ? "Overdue by " + Math.max(1, left.negated().toDays()) + " d"
                : left.toHours() < 24 ? "Due today" : "Due in " + left.toDays() + " d";
    }
}
