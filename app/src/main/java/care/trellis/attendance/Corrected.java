package care.trellis.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the record should say.
 *
 * @param arrivedAt required when present, else absent
 * @param leftAt absent while still there; not before the arrival
 */
public record Corrected(Status status, @Nullable Instant arrivedAt, @Nullable Instant leftAt) {

    public Corrected {
        if ((status == Status.PRESENT) != (arrivedAt != null)) {
            throw new IllegalArgumentException("Who was present came at some time; nobody else");
        }
        if (leftAt != null && (arrivedAt == null || leftAt.isBefore(arrivedAt))) {
            throw new IllegalArgumentException("Nobody leaves before arriving");
        }
    }
}
