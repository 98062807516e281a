package care.trellis.engine.x12.remittances;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payer says of one claim (CLP).
 *
 * @param patientControlNumber our own number of the claim (CLP01)
 * @param status CLP02: {@code 1} primary, {@code 2} secondary, {@code 3} tertiary, {@code 4}
 *     denied, {@code 22} reversal of an earlier payment
 * @param chargeCents total charge; negative on a reversal
 * @param paidCents what was paid; negative on a reversal
 * @param patientResponsibilityCents what the payer says the patient owes; 0 when not said
 * @param payerClaimNumber the payer's own number (CLP07), needed to replace or void the claim
 * @param adjustments of the claim as a whole
 * @param lines the service lines; a payer may send none
 * @param remarks remark codes of the claim (MIA, MOA)
 */
public record PaidClaim(
        String patientControlNumber,
        String status,
        long chargeCents,
        long paidCents,
        long patientResponsibilityCents,
        @Nullable String payerClaimNumber,
        List<Adjustment> adjustments,
        List<PaidLine> lines,
        List<String> remarks) {

    /** Keeps its own copies of the lists. */
    public PaidClaim {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /**
     * Everything taken off the charge, on the claim and on its lines.
     *
     * @return cents
     */
    public long adjustedCents() {
        return Adjustments.sum(adjustments)
                + lines.stream().mapToLong(line -> Adjustments.sum(line.adjustments())).sum();
    }

    /**
     * Charge less adjustments of the claim and its lines equals payment.
     *
     * @return true when it does, to the cent
     */
    public boolean balanced() {
        return chargeCents - adjustedCents() == paidCents;
    }

    /**
     * Takes back an earlier payment.
     *
     * @return true for status 22
     */
    public boolean reversal() {
        return status.equals("22");
    }
}
