package care.trellis.measures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sitting that can begin.
 *
 * @param code the six characters for the tablet; empty for the other ways
 * @param path below the program's address, of the link; empty for the other ways
 * @param until when code or link end; null where there is none
 */
public record Given(
        SittingId sitting, Mode mode, String code, String path, @Nullable Instant until) {

    /** Code and link are secrets: logs may hold this record. */
    @Override
    public String toString() {
        return "Given[" + sitting.value() + "]";
    }
}
