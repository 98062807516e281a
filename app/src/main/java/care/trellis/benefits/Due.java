package care.trellis.benefits;

import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coverage whose benefits are to be checked.
 *
 * @param contract null where the payer is linked to none: it cannot be asked by file
 * @param admittedOn the first day of the stay; null before there is one
 * @param checked the day of the newest check; null when there is none
 * @param asked when a question went out that nobody has answered; null when none waits
 */
public record Due(
        ClientId client,
        CoverageId coverage,
        String name,
        UUID site,
        String payer,
        @Nullable ContractId contract,
        @Nullable LocalDate admittedOn,
        Recheck why,
        @Nullable LocalDate checked,
        @Nullable Instant asked) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "Due[" + client.value() + " " + why + "]";
    }
}
