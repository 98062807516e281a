package care.trellis.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a client's new week does to the dated sessions that have not begun, in the order in which
 * they begin.
 *
 * @param left where the client is no longer expected
 * @param taken where the client is expected now
 */
public record Seats(List<Seat> left, List<Seat> taken) {

    /** One session. */
    public record Seat(
            SessionId session, String title, LocalDate date, Instant startsAt, ZoneId zone) {}

    /** Copies both lists. */
    public Seats {
        left = List.copyOf(left);
        taken = List.copyOf(taken);
    }
}
