package care.trellis.cashier;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One move on a client's account, as the ledger of money has it.
 *
 * @param day the day of service for what is owed, the day it happened for what was paid
 * @param owed what it adds to what the client owes; negative takes off
 * @param charge what was charged for the day, where a payer answered it
 * @param paid what the payer paid for the day
 * @param contract what the payer took off by contract, which nobody owes
 * @param event where it is on record
 */
public record Entry(
        Kind kind,
        LocalDate day,
        Instant at,
        Money owed,
        Money charge,
        Money paid,
        Money contract,
        UUID event) {

    /** What happened. */
    public enum Kind {
        SHARE("Your share after the payer", true),
        ASKED("Asked of you", true),
        NEXT_PAYER("Your next payer is asked first", true),
        DAY("Program day", true),
        DISCOUNT("Fee by income", true),
        EASED("Fee by income, after the payer", true),
        EXEMPT("May not be asked of you", true),
        PAYMENT("Payment", false),
        REVERSAL("Payment that came back", false),
        REFUND("Refund", false),
        FORGIVEN("Given up", false),
        FORWARDED("Asked of the next payer", true);

        private final String label;
        private final boolean service;

        Kind(String label, boolean service) {
            this.label = label;
            this.service = service;
        }

        /** As people say it. */
        public String label() {
            return label;
        }

        /** Whether it belongs to a day of service. */
        public boolean service() {
            return service;
        }
    }
}
