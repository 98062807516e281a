package care.trellis.notes;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Brings to a clinician's home page the own drafts, other people's notes to confirm, and groups
 * that wait for a second signature. Group notes that are not signed stand there already with the
 * dollars that hang on them.
 */
@Component
class NotesInbox implements Inbox {

    private final NoteQueue queue;
    private final ClientNotes notes;
    private final NoteReviews reviews;
    private final Access access;
    private final Clock clock;

    NotesInbox(
            NoteQueue queue, ClientNotes notes, NoteReviews reviews, Access access, Clock clock) {
        this.queue = queue;
        this.notes = notes;
        this.reviews = reviews;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.NOTE_SIGN)) {
            return List.of();
        }
        var waiting = new ArrayList<Waiting>();
        for (var draft : notes.drafts(permit)) {
            var day = draft.day();
            waiting.add(
                    new Waiting(
                            Waiting.Urgency.DEADLINE,
                            day == null ? LocalDate.ofInstant(draft.savedAt(), draft.zone()) : day,
                            draft.clientName(),
                            "Finish and sign: "
                                    + draft.kind().label().toLowerCase(java.util.Locale.ROOT),
                            "You",
                            Money.ZERO,
                            "/clients/" + draft.client().value() + "/notes/drafts/" + draft.id()));
        }
        reviews.waiting(permit).stream()
                .map(NoteReview::signature)
                .distinct()
                .forEach(signature -> waiting.add(review(permit, signature)));
        for (var group : queue.groups(permit)) {
            if (group.unsigned() == 0) {
                waiting.add(
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                group.day(),
                                "",
                                group.title() + ": sign beside the lead",
                                "You",
                                Money.ZERO,
                                "/sessions/" + group.session().value() + "/note"));
            }
        }
        return waiting;
    }

    private Waiting review(Permit permit, java.util.UUID signature) {
        var notesOfPass =
                reviews.waiting(permit).stream()
                        .filter(it -> it.signature().equals(signature))
                        .toList();
        var first = notesOfPass.getFirst();
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                LocalDate.ofInstant(first.due(), ZoneOffset.UTC),
                notesOfPass.size() == 1 ? first.clientName() : "",
                "Read and confirm "
                        + (notesOfPass.size() == 1 ? "a note" : notesOfPass.size() + " notes")
                        + " of "
                        + first.author(),
                "You",
                Money.ZERO,
                "/notes");
    }
}
