package care.trellis.billing;

import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.List;

/** Days of one client that a biller chose to send under one contract. */
public record Chosen(ContractId contract, ClientId client, List<LocalDate> days) {

    public Chosen {
        days = List.copyOf(days);
    }
}
