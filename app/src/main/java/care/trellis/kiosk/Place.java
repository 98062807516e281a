package care.trellis.kiosk;

import care.trellis.attendance.Status;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a client is expected today.
 *
 * @param room as people say it; empty without one
 * @param status how the client stands to it
 * @param arrivedAt null as long as the client did not come
 * @param leftAt null as long as the client is there
 */
public record Place(
        SessionId session,
        String title,
        String room,
        boolean video,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Status status,
        @Nullable Instant arrivedAt,
        @Nullable Instant leftAt) {

    boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }

    boolean here() {
        return status == Status.PRESENT && leftAt == null;
    }

    boolean open() {
        return status != Status.PRESENT;
    }
}
