package care.trellis.engine.rulebook.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where the claim stands in the run of claims for this stay. */
public record Billing(
        @Nullable String cycle,
        @Nullable LocalDate statementFrom,
        @Nullable LocalDate statementThrough,
        @Nullable Boolean episodeFirstBill,
        @Nullable Boolean patientDischarged,
        @Nullable Boolean priorClaimRemitted) {

    /** Nothing is known about the run of claims. */
    public static final Billing UNKNOWN = new Billing(null, null, null, null, null, null);
}
