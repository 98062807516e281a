package care.trellis.authorizations;

import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request to a payer and what came of it. What has been used of it is never stored here: the
 * ledger's days say it.
 *
 * @param number the payer's number; absent until granted
 * @param procedureCode the services it is for; absent where it is for all
 * @param requested units asked for, where that was recorded
 * @param granted units granted; absent until approved
 * @param from first day asked for or granted
 * @param to last day asked for or granted
 * @param requestedAt the moment it was recorded, where that was on the day it was asked
 * @param reference the call or portal reference of the decision
 * @param reviewer who decided at the payer
 * @param nextReview the day the payer wants to hear again
 * @param denialReason as the payer gave it
 */
public record Authorization(
        AuthorizationId id,
        ClientId client,
        ContractId contract,
        String payer,
        AuthorizationKind kind,
        @Nullable String procedureCode,
        AuthorizationState state,
        @Nullable String number,
        AuthorizationUnit unit,
        @Nullable Integer requested,
        @Nullable Integer granted,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate requestedOn,
        @Nullable Instant requestedAt,
        @Nullable LocalDate decidedOn,
        @Nullable String reference,
        @Nullable String reviewer,
        @Nullable LocalDate nextReview,
        @Nullable String denialReason) {

    /** Whether the payer granted something that covers the day. */
    public boolean covers(LocalDate day) {
        return state.granted() && !day.isBefore(from) && !day.isAfter(to);
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
