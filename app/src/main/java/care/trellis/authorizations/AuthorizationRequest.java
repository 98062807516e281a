package care.trellis.authorizations;

import care.trellis.payers.ContractId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a payer.
 *
 * @param contract the contract of the coverage that is asked
 * @param units how many of the unit; null where the payer names the number
 * @param from first day asked for
 * @param to last day asked for
 * @param requestedOn the day it was asked
 * @param sourceId where an import found it, so that the second import changes nothing; null for
 *     what a person typed
 */
public record AuthorizationRequest(
        ContractId contract,
        AuthorizationUnit unit,
        @Nullable Integer units,
        LocalDate from,
        LocalDate to,
        LocalDate requestedOn,
        @Nullable String sourceId) {}
