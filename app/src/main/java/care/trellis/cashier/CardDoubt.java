package care.trellis.cashier;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.time.Instant;

/**
 * A payment by card of which the program cannot find out what came of it: a person looks it up at
 * the provider.
 *
 * @param name the client's
 * @param reference what the provider calls it
 */
public record CardDoubt(
        CardSessionId session,
        ClientId client,
        String name,
        Money amount,
        String reference,
        Instant begunAt,
        String begunBy,
        Why why) {

    /** Why nobody but a person can say what came of it. */
    public enum Why {
        UNKNOWN("The card provider does not know it, or does not tell us"),
        DIFFERENT("The card provider says another payment or amount"),
        SILENT("The card provider said nothing for a week");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "CardDoubt[" + session.value() + " " + why + "]";
    }
}
