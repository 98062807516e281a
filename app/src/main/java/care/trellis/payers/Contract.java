package care.trellis.payers;

import java.util.List;

/** A contract as it stands, with its fees by service and day. */
public record Contract(ContractId id, PayerId payer, ContractDetails details, List<Fee> fees) {

    public Contract {
        fees = List.copyOf(fees);
    }
}
