package care.trellis.notes;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to supervision: whose notes are read and signed by whom as well, and what waits
 * for that. The author's signature stands at once; the supervisor's confirms it.
 */
@Service
public class NoteReviews {

    /** How long a supervisor has; a rule of this program, no published standard. */
    public static final Duration TERM = Duration.ofDays(3);

    private final ReviewRecords records;
    private final SignedNoteRecords signedNotes;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    NoteReviews(
            ReviewRecords records,
            SignedNoteRecords signedNotes,
            Once once,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.signedNotes = signedNotes;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for this person as a supervisor, the one due first at the top. */
    @Transactional
    public List<NoteReview> waiting(Permit permit) {
        permit.require(Action.NOTE_SIGN, Action.OWN_ACCOUNT);
        var staff = permit.actor().staff();
        if (staff == null) {
            return List.of();
        }
        var waiting = records.waiting(staff);
        if (!waiting.isEmpty()) {
            audit.recordMany(permit, "notes.review", null, waiting.size());
        }
        return waiting;
    }

    /**
     * Confirms another person's signature: one signature over the same notes.
     *
     * @param key made when the page was rendered; becomes the id of the confirming signature
     * @return how many notes it covers; 0 where nothing waits for this person there
     */
    @Transactional
    public int confirm(Permit permit, UUID key, UUID signature) {
        permit.require(Action.NOTE_SIGN);
        var staff = permit.actor().staff();
        if (staff == null || !once.first(permit, key, "confirm " + signature)) {
            return 0;
        }
        var now = clock.instant();
        if (!records.confirm(signature, staff, now)) {
            return 0;
        }
        var hashes = records.hashes(signature);
        signedNotes.insertConfirmation(
                key,
                signature,
                permit.actor().account(),
                signedNotes.signer(permit.actor()),
                now,
                NoteContent.manifest(hashes));
        audit.recordMany(permit, "notes.signature", key, hashes.size());
        return hashes.size();
    }

    /** Everybody on staff with their supervisors. */
    @Transactional(readOnly = true)
    public List<Supervision> supervisions(Permit permit) {
        permit.require(Action.ORGANIZATION_VIEW, Action.ORGANIZATION_EDIT);
        return records.supervisions();
    }

    /**
     * Says whose notes are signed by whom as well, from the next signature on.
     *
     * @param supervisor null to end it
     * @throws NotFound where there is no such member of staff
     */
    @Transactional
    public Change<Optional<UUID>> supervise(Permit permit, UUID staff, @Nullable UUID supervisor) {
        permit.require(Action.ORGANIZATION_EDIT);
        var known = records.supervisions().stream().map(Supervision::staff).toList();
        if (!known.contains(staff)) {
            throw new NotFound();
        }
        if (supervisor != null && !known.contains(supervisor)) {
            return Change.refused("supervisor", "STAFF_UNKNOWN", "Choose somebody on staff.");
        }
        if (staff.equals(supervisor)) {
            return Change.refused(
                    "supervisor", "SAME_PERSON", "Nobody supervises their own notes.");
        }
        records.supervise(staff, supervisor, permit.actor().account(), clock.instant());
        audit.record(permit, "notes.supervision", staff, null);
        return new Change.Done<>(Optional.ofNullable(supervisor));
    }
}
