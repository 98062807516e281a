package care.trellis.receivables;

import care.trellis.billing.ClaimForwarded;
import care.trellis.billing.ClaimsSent;
import care.trellis.billing.LineMatched;
import care.trellis.billing.RemittancePosted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the ledger of money in the transaction of what moves it: both are there, or neither. */
@Component
class MoneyKeeper {

    private final TransferRecords transfers;

    MoneyKeeper(TransferRecords transfers) {
        this.transfers = transfers;
    }

    @EventListener
    void on(ClaimsSent sent) {
        transfers.ofFile(sent.file().value());
    }

    @EventListener
    void on(ClaimForwarded forwarded) {
        transfers.of("FORWARDED", forwarded.claim().value());
    }

    @EventListener
    void on(RemittancePosted posted) {
        transfers.ofRemittance(posted.remittance().value());
    }

    @EventListener
    void on(LineMatched matched) {
        transfers.of(matched.takenBack() ? "MATCH_TAKEN_BACK" : "MATCHED", matched.match());
    }
}
