package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the dated sessions of the weeks ahead, seats who is enrolled, and heeds closed days. */
@Component
class Making {

    private final Dating dating;
    private final SeatRecords seats;
    private final Closing closing;
    private final RosterNews roster;
    private final Audit audit;
    private final Clock clock;

    Making(
            Dating dating,
            SeatRecords seats,
            Closing closing,
            RosterNews roster,
            Audit audit,
            Clock clock) {
        this.dating = dating;
        this.seats = seats;
        this.closing = closing;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes what is missing.
     *
     * @param track of one track; nothing for all
     * @param days how far ahead
     * @return sessions that were made
     */
    int make(Permit permit, @Nullable TrackId track, int days) {
        var wanted = dating.missing(permit, track, clock.instant(), days);
        if (wanted.isEmpty()) {
            return 0;
        }
        var made = dating.add(permit, wanted);
        dating.addFacilitators(permit, made);
        var taken = seats.fillNew(permit, made);
        closing.heed(permit, made);
        roster.seated(permit, taken);
        audit.recordMany(
                permit, "sessions.session", track == null ? null : track.value(), made.size());
        return made.size();
    }
}
