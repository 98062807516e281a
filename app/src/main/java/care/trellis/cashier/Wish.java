package care.trellis.cashier;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to give money back or up.
 *
 * @param name of the client
 * @param second whether it takes a second person
 * @param approved null while it waits
 * @param mine whether the reader asked for it and so cannot answer it
 */
public record Wish(
        RequestId id,
        ClientId client,
        String name,
        Kind kind,
        Money amount,
        String reason,
        boolean second,
        Instant askedAt,
        String askedBy,
        @Nullable Boolean approved,
        boolean mine) {

    /** What shall become of the money. */
    public enum Kind {
        REFUND("Refund"),
        BAD_DEBT("Give up as bad debt"),
        COURTESY("Courtesy adjustment");

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
        return "Wish[" + id.value() + "]";
    }
}
