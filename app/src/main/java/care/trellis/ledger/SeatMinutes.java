package care.trellis.ledger;

import care.trellis.attendance.Minutes;
import java.time.Duration;
import java.time.Instant;

/** Minutes of a client in a session, computed from what was seen and never typed. */
final class SeatMinutes {

    private SeatMinutes() {}

    /** Whole minutes that a session lasts. */
    static int scheduled(WeekFacts.Meeting meeting) {
        return (int) Duration.between(meeting.starts(), meeting.ends()).toMinutes();
    }

    /**
     * Whole minutes the client was in the session. One who was not seen to leave is taken to have
     * stayed until the end, once that is past; before it nothing counts yet.
     */
    static int attended(WeekFacts.Seat seat, Instant now) {
        var meeting = seat.meeting();
        boolean running = seat.left() == null && now.isBefore(meeting.ends());
        if (!seat.present() || seat.arrived() == null || running) {
            return 0;
        }
        return Minutes.attended(
                seat.arrived(),
                seat.left() == null ? meeting.ends() : seat.left(),
                meeting.starts(),
                meeting.ends());
    }

    /**
     * Whole minutes the client will have been in the session if they come and stay: all of it, or
     * what a late arrival left of it. None for one who is known to be away, or has left.
     */
    static int ahead(WeekFacts.Seat seat, Instant now) {
        var meeting = seat.meeting();
        boolean away = !seat.unmarked() && !seat.present();
        if (away || seat.left() != null || !now.isBefore(meeting.ends())) {
            return 0;
        }
        return Minutes.attended(
                seat.arrived() == null ? meeting.starts() : seat.arrived(),
                meeting.ends(),
                meeting.starts(),
                meeting.ends());
    }
}
