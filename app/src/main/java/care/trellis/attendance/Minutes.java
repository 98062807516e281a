package care.trellis.attendance;

import java.time.Duration;
import java.time.Instant;

/** How long a client took part. Minutes are computed from the record and never typed. */
public final class Minutes {

    private Minutes() {}

    /**
     * The minutes of a session that the client was there: what presence and session have in common,
     * in whole minutes rounded down. Coming early or staying on adds nothing; 59 minutes and 59
     * seconds are 59.
     *
     * @param arrivedAt when the client came
     * @param leftAt when the client went; for one who is still there, the present
     */
    public static int attended(
            Instant arrivedAt, Instant leftAt, Instant startsAt, Instant endsAt) {
        Instant from = arrivedAt.isAfter(startsAt) ? arrivedAt : startsAt;
        Instant to = leftAt.isBefore(endsAt) ? leftAt : endsAt;
        return from.isBefore(to) ? Math.toIntExact(Duration.between(from, to).toMinutes()) : 0;
    }
}
