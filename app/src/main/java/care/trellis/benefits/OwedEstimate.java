package care.trellis.benefits;

import care.trellis.clients.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A good-faith estimate that is to be given.
 *
 * @param on the day of the occasion
 * @param firstDay of the care; null while there is none
 * @param giveBy the last day to give it
 * @param owner who gives it, in words: whom the client asked, or admissions
 */
public record OwedEstimate(
        ClientId client,
        String name,
        Occasion occasion,
        LocalDate on,
        @Nullable LocalDate firstDay,
        LocalDate giveBy,
        String owner) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "OwedEstimate[" + client.value() + " " + giveBy + "]";
    }
}
