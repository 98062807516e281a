package care.trellis.cashier;

import care.trellis.clients.CoverageId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a client is a Qualified Medicare Beneficiary: deductible, coinsurance and copays of
 * Medicare, the original one or a Medicare Advantage plan, may not be asked of them, whether or not
 * Medicaid pays them (42 USC 1396a(n)(3)(B)).
 *
 * @param coverage the Medicare coverage
 * @param to the last day; null until it is lifted
 * @param by who wrote it down, by name
 * @param lifted whether it was taken back: then it holds for no day
 */
public record Exemption(
        ExemptionId id,
        CoverageId coverage,
        LocalDate from,
        @Nullable LocalDate to,
        Source source,
        Instant at,
        String by,
        boolean lifted) {

    /** Where it was seen. */
    public enum Source {
        PAYER_ANSWER("An answer of Medicare"),
        STATE("The state's Medicaid system"),
        CARD("A card or letter of the client");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Whether it holds for this coverage on that day. */
    public boolean holds(CoverageId of, LocalDate day) {
        return !lifted
                && coverage.equals(of)
                && !day.isBefore(from)
                && (to == null || !day.isAfter(to));
    }
}
