package care.trellis.authorizations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the payer answered. */
public sealed interface AuthorizationDecision {

    /** The day the payer said it. */
    LocalDate decidedOn();

    /** The call or portal reference, where the payer gave one. */
    @Nullable String reference();

    /**
     * Granted.
     *
     * @param number the payer's number: it goes on the claim
     * @param units units granted, which may be fewer than asked for
     */
    record Approved(
            String number,
            AuthorizationUnit unit,
            int units,
            LocalDate from,
            LocalDate to,
            LocalDate decidedOn,
            @Nullable String reference)
            implements AuthorizationDecision {

        /** The number may lead to a person: it stays out of logs. */
        @Override
        public String toString() {
            return "Approved[" + units + " " + unit + "]";
        }
    }

    /** Refused. */
    record Denied(LocalDate decidedOn, @Nullable String reference)
            implements AuthorizationDecision {}

    /** Taken back by us before the payer answered, or after. */
    record Withdrawn(LocalDate decidedOn, @Nullable String reference)
            implements AuthorizationDecision {}
}
