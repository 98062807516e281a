package care.trellis.authorizations;

import care.trellis.payers.ContractId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a payer.
 *
 * @param kind before the first day, during the stay, or after the days were given
 * @param contract the contract of the coverage that is asked
 * @param procedureCode the services it is asked for, such as {@code H0015, 90853}; null where the
 *     payer grants for all
 * @param units how many of the unit; null where the payer names the number
 * @param from first day asked for
 * @param to last day asked for
 * @param requestedOn the day it was asked
 * @param sourceId where an import found it, so that the second import changes nothing; null for
 *     what a person typed
 */
public record AuthorizationRequest(
        AuthorizationKind kind,
        ContractId contract,
        @Nullable String procedureCode,
        AuthorizationUnit unit,
        @Nullable Integer units,
        LocalDate from,
        LocalDate to,
        LocalDate requestedOn,
        @Nullable String sourceId) {

    /** An initial request for every service. */
    public AuthorizationRequest(
            ContractId contract,
            AuthorizationUnit unit,
            @Nullable Integer units,
            LocalDate from,
            LocalDate to,
            LocalDate requestedOn,
            @Nullable String sourceId) {
        this(
                AuthorizationKind.INITIAL,
                contract,
                null,
                unit,
                units,
                from,
                to,
                requestedOn,
                sourceId);
    }
}
