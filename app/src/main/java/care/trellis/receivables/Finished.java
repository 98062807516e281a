package care.trellis.receivables;

import care.trellis.base.Money;
import care.trellis.billing.ClaimId;

/**
 * A denial whose claim owes nothing any more.
 *
 * @param reason code that weighed most
 * @param won what the payer paid after all
 */
public record Finished(
        ClaimId claim,
        String number,
        String name,
        String payer,
        String reason,
        Cause cause,
        Money won) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "Finished[" + number + "]";
    }
}
