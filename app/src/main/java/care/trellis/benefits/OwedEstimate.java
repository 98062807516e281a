package care.trellis.benefits;

import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An estimate that is to be given.
 *
 * @param on the day of the occasion
 * @param firstDay of the care, or of what changes; null while there is none
 * @param giveBy the last day to give it
 * @param owner who gives it, in words: whom the client asked, or admissions
 * @param question that the client asked and that may be taken back; null for any other occasion
 */
public record OwedEstimate(
        ClientId client,
        String name,
        Occasion occasion,
        LocalDate on,
        @Nullable LocalDate firstDay,
        LocalDate giveBy,
        String owner,
        @Nullable UUID question) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "OwedEstimate[" + client.value() + " " + giveBy + "]";
    }
}
