package care.trellis.engine.x12.remittances;

import java.util.List;

/**
 * One 835 transaction.
 *
 * @param payment the check or transfer it explains
 * @param claims what was paid or denied, in the order sent
 * @param providerAdjustments what else changed the amount
 */
public record Remittance(
        Payment payment, List<PaidClaim> claims, List<ProviderAdjustment> providerAdjustments) {

    /** Keeps its own copies of the lists. */
    public Remittance {
        claims = List.copyOf(claims);
        providerAdjustments = List.copyOf(providerAdjustments);
    }

    /**
     * What the claims and provider adjustments add up to.
     *
     * @return cents; equals the payment in a right file
     */
    public long explainedCents() {
        return claims.stream().mapToLong(PaidClaim::paidCents).sum()
                - providerAdjustments.stream().mapToLong(ProviderAdjustment::cents).sum();
    }

    /**
     * The payment equals the claims' payments less the provider adjustments, and each claim's
     * charge less its adjustments equals its payment.
     *
     * @return true when every cent is explained; post nothing unseen when it is not
     */
    public boolean balanced() {
        return explainedCents() == payment.paidCents()
                && claims.stream().allMatch(PaidClaim::balanced);
    }
}
