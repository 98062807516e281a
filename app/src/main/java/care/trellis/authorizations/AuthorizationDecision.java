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
     * @param reviewer who decided at the payer, where they gave a name
     * @param nextReview the day the payer wants to hear again, where it named one
     */
    record Approved(
            String number,
            AuthorizationUnit unit,
            int units,
            LocalDate from,
            LocalDate to,
            LocalDate decidedOn,
            @Nullable String reference,
            @Nullable String reviewer,
            @Nullable LocalDate nextReview)
            implements AuthorizationDecision {

        /** An approval without a reviewer's name and without a day for the next review. */
        public Approved(
                String number,
                AuthorizationUnit unit,
                int units,
                LocalDate from,
                LocalDate to,
                LocalDate decidedOn,
                @Nullable String reference) {
            this(number, unit, units, from, to, decidedOn, reference, null, null);
        }

        /** The number may lead to a person: it stays out of logs. */
        @Override
        public String toString() {
            return "Approved[" + units + " " + unit + "]";
        }
    }

    /**
     * Refused.
     *
     * @param reviewer who decided at the payer, where they gave a name
     * @param reason as the payer gave it: the appeal answers it
     */
    record Denied(
            LocalDate decidedOn,
            @Nullable String reference,
            @Nullable String reviewer,
            @Nullable String reason)
            implements AuthorizationDecision {

        /** A refusal without a name or a reason. */
        public Denied(LocalDate decidedOn, @Nullable String reference) {
            this(decidedOn, reference, null, null);
        }

        /** The reason may tell of a person: it stays out of logs. */
        @Override
        public String toString() {
            return "Denied[" + decidedOn + "]";
        }
    }

    /** Taken back by us before the payer answered, or after. */
    record Withdrawn(LocalDate decidedOn, @Nullable String reference)
            implements AuthorizationDecision {}
}
