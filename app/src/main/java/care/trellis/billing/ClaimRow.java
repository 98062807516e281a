package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One claim in a list.
 *
 * @param number CLM01, our own number of it
 * @param paid by the payer so far, less what was taken back
 * @param patient what the payer says the client owes
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
        Instant submittedAt) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "ClaimRow[" + number + "]";
    }
}
