package care.trellis.cashier;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came from a client.
 *
 * @param number of the receipt
 * @param reference number of the check, or what the card provider calls it; empty for cash
 * @param by who took it, by name
 * @param reversed why it does not count any more; null while it does
 */
public record Payment(
        PaymentId id,
        long number,
        Money amount,
        Method method,
        String reference,
        LocalDate receivedOn,
        Instant at,
        String by,
        @Nullable Reversal reversed) {

    /** How it was paid. */
    public enum Method {
        CASH("Cash"),
        CHECK("Check"),
        CARD("Card");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Why a payment does not count any more. */
    public enum Reversal {
        BOUNCED("The check bounced"),
        DISPUTED("The card payment was disputed"),
        ENTERED_WRONGLY("Entered wrongly");

        private final String label;

        Reversal(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }
}
