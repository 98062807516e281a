package care.trellis.cashier;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fee by income as it was set: nobody chose it, it follows from household, income and policy.
 *
 * @param income a year
 * @param words what was said and seen; personal
 * @param percent of the guideline of that year
 * @param pays percent of the rate that the client pays
 * @param to the last day; then income is looked at again
 */
public record Determination(
        UUID id,
        int household,
        Money income,
        String region,
        Proof proof,
        String words,
        int year,
        int percent,
        int pays,
        LocalDate from,
        LocalDate to,
        Instant at,
        String by) {

    /** How income was shown. */
    public enum Proof {
        PAY_STUBS("Pay stubs"),
        TAX_RETURN("Tax return"),
        BENEFIT_LETTER("Letter of a public benefit"),
        STATEMENT("The client's signed statement");

        private final String label;

        Proof(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Whether it holds on that day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Income stays out of logs. */
    @Override
    public String toString() {
        return "Determination[" + id + "]";
    }
}
