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
 * @param remainingCents what the payer before left of it; null on a claim to the first payer
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
        @Nullable Unmatched reason,
        @Nullable Long remainingCents) {

    /** Processed as first, second or third payer, and forwarded to the next (CLP02). */
    private static final List<String> FORWARDED = List.of("19", "20", "21");

    /** The same line, of which the payer before had left so much; null before any other payer. */
    PostingRow leftBefore(@Nullable Long cents) {
        return new PostingRow(
                from,
                claim,
                line,
                date,
                procedure,
                revenue,
                chargeCents,
                paidCents,
                adjustments,
                remarks,
                reason,
                cents);
    }

    /** Whether the payer says that it has sent the claim on to the next one (CLP02). */
    boolean forwarded() {
        return FORWARDED.contains(from.status());
    }

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
                reason,
                null);
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
                reason,
                null);
    }
}
