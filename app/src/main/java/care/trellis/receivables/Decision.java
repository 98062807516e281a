package care.trellis.receivables;

import care.trellis.base.Money;
import care.trellis.billing.ClaimId;
import java.time.Instant;

/**
 * A wish to give up what a payer does not pay, or to ask the client for it, that waits for a second
 * person.
 *
 * @param number of the claim
 * @param name of the client
 * @param mine whether the reader asked for it and so cannot answer it
 */
public record Decision(
        DecisionId id,
        ClaimId claim,
        String number,
        String name,
        String payer,
        Kind kind,
        Money amount,
        String reason,
        Instant askedAt,
        boolean mine) {

    /** What shall become of the money. */
    public enum Kind {
        WRITE_OFF("Write off"),
        BILL_CLIENT("Bill the client");

        private final String label;

        Kind(String label) {
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
        return "Decision[" + number + "]";
    }
}
