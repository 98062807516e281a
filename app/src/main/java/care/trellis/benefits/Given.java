package care.trellis.benefits;

import care.trellis.base.Money;
import java.time.Instant;

/**
 * An estimate as a client was given it.
 *
 * @param perDay the price of a day that it was counted with
 * @param total what the client was told that the whole course costs them
 * @param by who gave it, by name
 */
public record Given(
        EstimateId id,
        Kind kind,
        int daysPerWeek,
        int weeks,
        Money perDay,
        Money total,
        Instant at,
        String by) {

    /** What the paper is. */
    public enum Kind {
        /** What a plan leaves to the client. */
        PLAN("Cost estimate"),
        /** For somebody who uses no insurance (45 CFR 149.610). */
        GOOD_FAITH("Good-faith estimate");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }
}
