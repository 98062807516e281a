package care.trellis.sessions;

import care.trellis.organizations.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A block and its dated sessions.
 *
 * @param track the track's name
 * @param zone of the site
 */
public record SeriesDates(
        UUID block,
        String track,
        SiteId site,
        ZoneId zone,
        BlockPlan plan,
        Repetition repetition,
        List<Session> sessions) {

    /**
     * One dated session of it.
     *
     * @param slot the date of the block that it stands for
     * @param changed was changed by itself
     * @param cancelReason why it does not take place; empty where it does
     * @param room its name; empty without one
     * @param shifted its local time does not exist that day, so it begins later
     * @param staff who leads; empty while nobody does
     */
    public record Session(
            SessionId id,
            LocalDate slot,
            Instant startsAt,
            Instant endsAt,
            boolean changed,
            String cancelReason,
            Modality modality,
            String room,
            boolean shifted,
            String staff) {}

    /** Copies the sessions. */
    public SeriesDates {
        sessions = List.copyOf(sessions);
    }
}
