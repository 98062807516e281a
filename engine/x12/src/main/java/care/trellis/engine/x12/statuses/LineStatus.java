package care.trellis.engine.x12.statuses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one line (loop 2220).
 *
 * @param procedure HCPCS or CPT code, or the revenue code where that is all that was billed
 * @param chargeCents what was charged
 * @param controlNumber our own number of the line (REF FJ), null when not returned
 * @param statuses of the line
 */
public record LineStatus(
        String procedure, long chargeCents, @Nullable String controlNumber, List<Status> statuses) {

    /** Keeps its own copy of the list. */
    public LineStatus {
        statuses = List.copyOf(statuses);
    }
}
