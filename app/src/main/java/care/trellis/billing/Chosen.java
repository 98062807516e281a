package care.trellis.billing;

import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of one client that a biller chose to send under one contract.
 *
 * @param delay why those come late whose payer's time has run out; null when nothing was said
 */
public record Chosen(
        ContractId contract, ClientId client, List<LocalDate> days, @Nullable Delay delay) {

    public Chosen {
        days = List.copyOf(days);
    }

    /** Days of which nothing is said about being late. */
    public Chosen(ContractId contract, ClientId client, List<LocalDate> days) {
        this(contract, client, days, null);
    }
}
