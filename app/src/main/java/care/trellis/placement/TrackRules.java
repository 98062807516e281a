package care.trellis.placement;

import static care.trellis.base.Action.PLACEMENT_EDIT;
import static care.trellis.base.Action.PLACEMENT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to whom each track is for. */
@Service
public class TrackRules {

    private final SituationRecords records;
    private final Tracks tracks;
    private final Audit audit;

    TrackRules(SituationRecords records, Tracks tracks, Audit audit) {
        this.records = records;
        this.tracks = tracks;
        this.audit = audit;
    }

    /** What was said of tracks; of the others {@link TrackTerms#USUAL} holds. */
    @Transactional(readOnly = true)
    public Map<TrackId, TrackTerms> all(Permit permit) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        return records.terms();
    }

    /** Says whom a track is for from now on. Who is in it stays. */
    @Transactional
    public Change<TrackId> keep(Permit permit, TrackId track, TrackTerms terms) {
        permit.require(PLACEMENT_EDIT);
        if (tracks.all(permit).stream().noneMatch(it -> it.id().equals(track))) {
            throw new NotFound();
        }
        if (terms.youngest() < 0
                || terms.youngest() > terms.oldest()
                || terms.oldest() > TrackTerms.ANY_AGE) {
            return Change.refused(
                    "oldest", "AGES_CROSSED", "The oldest age is not below the youngest.");
        }
        if (terms.seats() != null && terms.seats() < 1) {
            return Change.refused("seats", "NO_SEATS", "Leave it empty, or say 1 or more.");
        }
        records.keep(track, terms);
        audit.record(permit, "placement.track_terms", track.value(), null);
        return new Change.Done<>(track);
    }
}
