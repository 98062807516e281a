package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim that one payer has decided and the next has not seen.
 *
 * @param claim that was decided
 * @param payer who decided it
 * @param decidedOn day of the decision
 * @param paid by that payer
 * @param remaining what it left to the client, which the next payer is asked for
 * @param turn of the claim to come: 2 or 3
 * @param next the payer whose turn it is, as the card says
 * @param contract that it falls under; null while nobody has linked the card to one
 * @param filesBy last day on which that payer takes it; null without a contract
 */
public record NextPayer(
        ClaimId claim,
        String number,
        ClientId client,
        String name,
        LocalDate from,
        LocalDate through,
        String payer,
        LocalDate decidedOn,
        Money paid,
        Money remaining,
        int turn,
        String next,
        @Nullable ContractId contract,
        @Nullable LocalDate filesBy) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "NextPayer[" + number + "]";
    }
}
