package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that went out, as far as sending it again needs it.
 *
 * @param turn 1 for the first payer, 2 for the second
 * @param payerNumber the payer's own number; null before it answered
 * @param replaced whether a later claim stands in its place
 * @param filesBy last day on which the payer takes it again; null where no clock runs
 * @param acknowledgedAt when a receiver first said that it has it, or a claim that it stands in
 *     place of, and nobody sent that one back; null when none did
 * @param days that its lines are of
 * @param file the stored file that it stands in, as text
 */
record EarlierClaim(
        ClaimId id,
        String number,
        ClientId client,
        String name,
        ContractId contract,
        LocalDate from,
        LocalDate through,
        Money charge,
        int generation,
        int turn,
        @Nullable String payerNumber,
        boolean replaced,
        @Nullable LocalDate filesBy,
        @Nullable Instant acknowledgedAt,
        List<LocalDate> days,
        String file) {

    EarlierClaim {
        days = List.copyOf(days);
    }

    Chosen chosen() {
        return new Chosen(contract, client, days);
    }

    LeftOut leftOut(List<Missing> missing) {
        return new LeftOut(client, name, from, through, charge, missing);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "EarlierClaim[" + number + "]";
    }
}
