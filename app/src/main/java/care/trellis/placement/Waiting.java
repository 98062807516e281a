package care.trellis.placement;

import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody on the waiting list.
 *
 * @param name as boards print it
 * @param admitted whether they have a stay that a place can belong to
 * @param note what staff wrote beside the reasons; empty: nothing
 */
public record Waiting(
        UUID id,
        ClientId client,
        String name,
        LocalDate since,
        List<WaitReason> reasons,
        String note,
        boolean admitted,
        Preference preference) {

    /** Copies the reasons. */
    public Waiting {
        reasons = List.copyOf(reasons);
    }

    /** What was written stays out of logs. */
    @Override
    public String toString() {
        return "Waiting[" + id + " since " + since + "]";
    }
}
