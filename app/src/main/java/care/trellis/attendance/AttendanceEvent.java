package care.trellis.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of one client's attendance of one session, with what stands after it. It is never
 * changed; a correction is another event.
 *
 * @param number 1, 2, 3 … within client and session
 * @param reason why a record was put right, or what is known of an absence; empty for none
 * @param author the account that recorded it
 */
public record AttendanceEvent(
        int number,
        Kind kind,
        Status status,
        @Nullable Instant arrivedAt,
        @Nullable Instant leftAt,
        Method method,
        String reason,
        UUID author,
        Instant recordedAt) {}
