package care.trellis.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Minutes are computed from what was seen and never typed. */
final class Minutes {

    private Minutes() {}

    /** Whole minutes that a session lasts. */
    static int scheduled(WeekFacts.Meeting meeting) {
        return (int) Duration.between(meeting.starts(), meeting.ends()).toMinutes();
    }

    /**
     * Whole minutes the client was in the session: from arrival to leaving, inside its bounds. One
     * who was not seen to leave is taken to have stayed until the end, once that is past; before it
     * nothing counts yet.
     */
    static int attended(WeekFacts.Seat seat, Instant now) {
        var meeting = seat.meeting();
        var until = until(seat, now);
        if (!seat.present() || seat.arrived() == null || until == null) {
            return 0;
        }
        var from = seat.arrived().isAfter(meeting.starts()) ? seat.arrived() : meeting.starts();
        return (int) Math.max(0, Duration.between(from, until).toMinutes());
    }

    private static @Nullable Instant until(WeekFacts.Seat seat, Instant now) {
        var ends = seat.meeting().ends();
        if (seat.left() != null) {
            return seat.left().isBefore(ends) ? seat.left() : ends;
        }
        return now.isBefore(ends) ? null : ends;
    }
}
