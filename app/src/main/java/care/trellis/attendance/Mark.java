package care.trellis.attendance;

import care.trellis.clients.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands now for one client and one session; it follows from the events.
 *
 * @param arrivedAt absent unless present
 * @param leftAt absent while still there
 * @param estimated the leaving was not seen; the session's end stands for it
 * @param events how many events lie behind it, 0 while nothing is known
 */
public record Mark(
        ClientId client,
        Status status,
        @Nullable Instant arrivedAt,
        @Nullable Instant leftAt,
        boolean estimated,
        int events) {

    /** Nothing is known yet. */
    public static Mark expected(ClientId client) {
        return new Mark(client, Status.EXPECTED, null, null, false, 0);
    }

    /**
     * The mark after an event. Each event carries all that stands after it, so the last one tells
     * the whole.
     */
    public static Mark after(ClientId client, AttendanceEvent event) {
        return new Mark(
                client,
                event.status(),
                event.arrivedAt(),
                event.leftAt(),
                event.leftAt() != null && event.method() == Method.ESTIMATED,
                event.number());
    }

    /** Came and did not leave yet. */
    public boolean isHere() {
        return status == Status.PRESENT && leftAt == null;
    }

    /**
     * Minutes of the session that the client was there.
     *
     * @param now stands for the leaving of one who is still there
     */
    public int minutes(Instant startsAt, Instant endsAt, Instant now) {
        return arrivedAt == null
                ? 0
                : Minutes.attended(arrivedAt, leftAt == null ? now : leftAt, startsAt, endsAt);
    }
}
