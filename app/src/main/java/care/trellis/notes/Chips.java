package care.trellis.notes;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for taps during group. They may arrive late, in any order and twice: each is kept
 * once, with the time of the tap.
 */
@Service
public class Chips {

    /** A tap this long before or after the group still belongs to it. */
    private static final Duration AROUND = Duration.ofMinutes(30);

    private final ChipRecords records;
    private final NoteRecords notes;
    private final DraftRecords drafts;
    private final ChipBook book;
    private final Audit audit;
    private final Clock clock;

    Chips(
            ChipRecords records,
            NoteRecords notes,
            DraftRecords drafts,
            ChipBook book,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.notes = notes;
        this.drafts = drafts;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what a device delivers. Unknown codes and clients who are not on the roster are passed
     * over; a time outside the group, or in the future, is moved to its edge.
     *
     * @param taken ids of taps that were taken back on the device
     * @return the taps that stand now
     * @throws NotFound where there is no such session
     */
    @Transactional
    public List<Chip> deliver(
            Permit permit, SessionId session, List<Chip> taps, Collection<UUID> taken) {
        permit.require(Action.NOTE_WRITE, resource(session));
        var now = clock.instant();
        var note = notes.find(permit, session, now).orElseThrow(NotFound::new);
        if (!note.facilitatedBy(permit.actor().staff())) {
            throw new NotFound();
        }
        var touched = new LinkedHashSet<ClientId>();
        records.of(session).stream()
                .filter(chip -> taken.contains(chip.id()))
                .forEach(chip -> touched.add(chip.client()));
        var known =
                taps.stream()
                        .filter(tap -> book.find(tap.code()).isPresent())
                        .map(tap ->
                                new Chip(
                                        tap.id(),
                                        tap.client(),
                                        tap.code(),
                                        within(note, tap.at(), now)))
                        .toList();
        known.forEach(tap -> touched.add(tap.client()));
        records.insert(session, known, permit.actor(), now);
        records.takeBack(session, taken, now);
        var standing = records.of(session);
        for (NoteLine line : note.lines()) {
            if (touched.contains(line.client()) && !line.signed()) {
                var own =
                        standing.stream().filter(it -> it.client().equals(line.client())).toList();
                var says = ChipSentence.of(book, own, line.participation(), note.zone());
                drafts.observe(session, line.client(), says, permit.actor(), now);
            }
        }
        if (!touched.isEmpty()) {
            audit.recordMany(permit, "notes.chip", session.value(), known.size() + taken.size());
        }
        return standing;
    }

    /** The taps of a session that stand, the first one first. */
    @Transactional(readOnly = true)
    public List<Chip> of(Permit permit, SessionId session) {
        permit.require(resource(session), Action.NOTE_VIEW, Action.NOTE_WRITE);
        return records.of(session);
    }

    private static Instant within(GroupNote note, Instant at, Instant now) {
        var first = note.startsAt().minus(AROUND);
        var last = note.endsAt().plus(AROUND);
        var earliest = at.isBefore(first) ? first : at;
        var latest = last.isBefore(now) ? last : now;
        return earliest.isAfter(latest) ? latest : earliest;
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
