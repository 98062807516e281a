package care.trellis.cashier;

import care.trellis.base.Money;

/**
 * Whoever takes cards for us on a page of their own. Nothing of a card is ever seen here: we send
 * an amount and a reference, the payer types the card at the provider's page, and we ask what came
 * of it.
 */
public interface CardProvider {

    /** What became of a payment at the provider. */
    enum Standing {
        OPEN,
        PAID,
        DECLINED,
        /** The provider has no such payment for us, or does not let us ask. */
        UNKNOWN,
        /** The provider says another payment or another amount than was asked for. */
        DIFFERENT;

        /** Whether nothing more will come of it. */
        boolean settled() {
            return this == PAID || this == DECLINED;
        }

        /** Whether a person has to look it up at the provider. */
        boolean doubtful() {
            return this == UNKNOWN || this == DIFFERENT;
        }
    }

    /** What came of asking for a page. */
    sealed interface Opening {

        /**
         * A page that was opened for one payment.
         *
         * @param reference what the provider calls the payment
         * @param address where the payer's browser goes
         */
        record Opened(String reference, String address) implements Opening {}

        /** No page was opened, or nobody knows whether one was; no payer was sent to it. */
        record Failed(String why) implements Opening {}
    }

    /** Whether cards can be taken at all. */
    boolean available();

    /**
     * Opens a page for one payment; the same session twice opens the same page.
     *
     * @param returnAddress where the browser comes back to afterwards, whatever came of it
     */
    Opening open(CardSessionId session, Money amount, String returnAddress);

    /** What became of it, by the provider's reference. Never guessed: not reached is open. */
    Standing standing(String reference, Money amount);
}
