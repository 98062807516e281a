package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One claim in a list.
 *
 * @param number CLM01, our own number of it
 * @param paid by the payer so far, less what was taken back
 * @param patient what the payer says the client owes
 * @param turn 1 for the client's first payer
 * @param filesBy last day on which the payer takes it, while nobody has taken it on; of a denied
 *     claim, the last day for a corrected one; null where no clock runs
 */
public record ClaimRow(
        ClaimId id,
        String number,
        ClientId client,
        String name,
        String payer,
        Form form,
        LocalDate from,
        LocalDate through,
        Money charge,
        Money paid,
        Money patient,
        ClaimStatus status,
        Instant submittedAt,
        int turn,
        @Nullable LocalDate filesBy) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "ClaimRow[" + number + "]";
    }
}
