package care.trellis.notes;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    private final HomeTime home;

    NotesInbox(
            NoteQueue queue, ClientNotes notes, NoteReviews reviews, Access access, HomeTime home) {
        this.queue = queue;
        this.notes = notes;
        this.reviews = reviews;
        this.access = access;
        this.home = home;
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
                            "Finish and sign: " + draft.kind().label().toLowerCase(Locale.ROOT),
                            "You",
                            Money.ZERO,
                            "/clients/" + draft.client().value() + "/notes/drafts/" + draft.id()));
        }
        reviews.waiting(permit).stream()
                .collect(
                        Collectors.groupingBy(
                                NoteReview::signature, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(pass -> waiting.add(review(pass)));
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

    /** Notes that one signature confirms. */
    private Waiting review(List<NoteReview> pass) {
        var first = pass.getFirst();
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                home.day(first.due()),
                pass.size() == 1 ? first.clientName() : "",
                "Read and confirm "
                        + (pass.size() == 1 ? "a note" : pass.size() + " notes")
                        + " of "
                        + first.author(),
                "You",
                Money.ZERO,
                "/notes");
    }
}
