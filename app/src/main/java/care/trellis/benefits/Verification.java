package care.trellis.benefits;

import care.trellis.clients.CoverageId;
import java.time.Instant;

/**
 * One check of a coverage on record.
 *
 * @param by who asked, by name
 */
public record Verification(
        VerificationId id,
        CoverageId coverage,
        Source source,
        Instant at,
        String by,
        Findings findings) {

    /** How it was found out. */
    public enum Way {
        PHONE("By phone"),
        PORTAL("In the payer's portal"),
        FILE("By file (271)");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /**
     * Who said it, so that it can be held against the payer later.
     *
     * @param spokeWith name at the payer; empty where nobody spoke
     * @param reference the payer's number of the call or answer; empty where there is none
     */
    public record Source(Way way, String spokeWith, String reference) {}

    /** Names nobody. */
    @Override
    public String toString() {
        return "Verification[" + id.value() + "]";
    }
}
