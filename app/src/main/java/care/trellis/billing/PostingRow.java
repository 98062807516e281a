package care.trellis.billing;

import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a remittance as it is written down.
 *
 * @param claim ours, when it was found; then {@code reason} is null
 * @param line ours, when the payer said which
 */
record PostingRow(
        PaidClaim from,
        @Nullable ClaimId claim,
        @Nullable UUID line,
        @Nullable LocalDate date,
        @Nullable String procedure,
        @Nullable String revenue,
        long chargeCents,
        long paidCents,
        List<Adjustment> adjustments,
        List<String> remarks,
        @Nullable Unmatched reason) {

    /** What the client owes of it: everything in group PR. */
    long patientCents() {
        return adjustments.stream()
                .filter(adjustment -> adjustment.group().equals("PR"))
                .mapToLong(Adjustment::cents)
                .sum();
    }

    static PostingRow ofLine(
            PaidClaim from,
            PaidLine line,
            @Nullable ClaimId claim,
            @Nullable UUID ours,
            @Nullable Unmatched reason) {
        return new PostingRow(
                from,
                claim,
                ours,
                line.date(),
                line.procedure(),
                line.revenueCode(),
                line.chargeCents(),
                line.paidCents(),
                line.adjustments(),
                line.remarks(),
                reason);
    }

    /**
     * What a claim says beyond its lines: its own adjustments, or all of it where the payer sent no
     * lines. With it the rows of a claim add up to the claim.
     */
    static PostingRow ofRest(
            PaidClaim from,
            @Nullable ClaimId claim,
            @Nullable UUID ours,
            @Nullable Unmatched reason) {
        return new PostingRow(
                from,
                claim,
                ours,
                null,
                null,
                null,
                from.chargeCents() - from.lines().stream().mapToLong(PaidLine::chargeCents).sum(),
                from.paidCents() - from.lines().stream().mapToLong(PaidLine::paidCents).sum(),
                from.adjustments(),
                from.remarks(),
                reason);
    }
}
