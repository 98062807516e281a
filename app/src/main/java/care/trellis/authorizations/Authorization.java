package care.trellis.authorizations;

import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request to a payer and what came of it. What has been used of it is never stored here: the
 * ledger's days say it.
 *
 * @param number the payer's number; absent until granted
 * @param requested units asked for, where that was recorded
 * @param granted units granted; absent until approved
 * @param from first day asked for or granted
 * @param to last day asked for or granted
 * @param reference the call or portal reference of the decision
 */
public record Authorization(
        AuthorizationId id,
        ClientId client,
        ContractId contract,
        String payer,
        AuthorizationState state,
        @Nullable String number,
        AuthorizationUnit unit,
        @Nullable Integer requested,
        @Nullable Integer granted,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate requestedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String reference) {

    /** Whether the payer granted something that covers the day. */
    public boolean covers(LocalDate day) {
        return state == AuthorizationState.APPROVED && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Days from this day until the last one covered; negative when it has ended. */
    public long daysUntilEnd(LocalDate today) {
        return ChronoUnit.DAYS.between(today, to);
    }

    /** Names nobody's number: a log may hold it. */
    @Override
    public String toString() {
        return "Authorization[" + id.value() + " " + state + "]";
    }
}
