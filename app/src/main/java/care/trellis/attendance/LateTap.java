package care.trellis.attendance;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A press that was made without a connection and arrives now.
 *
 * @param key made with the press; the same key does the same once
 * @param kind {@link Kind#CHECK_IN} or {@link Kind#CHECK_OUT}
 * @param age how long it waited, as the device counted: its clock may be wrong, the time it counts
 *     is not, so the instant is the server's
 */
public record LateTap(
        UUID key, SessionId session, ClientId client, Kind kind, Method method, Duration age) {

    /** What waited longer than a day and a half is no press of a shift any more. */
    static final Duration LONGEST = Duration.ofHours(36);

    public LateTap {
        if (kind != Kind.CHECK_IN && kind != Kind.CHECK_OUT) {
            throw new IllegalArgumentException("A press comes or goes, and is no " + kind);
        }
        age = age.isNegative() ? Duration.ZERO : age;
    }

    /** When it was pressed, by the server's clock. */
    Instant at(Instant now) {
        return now.minus(age);
    }
}
