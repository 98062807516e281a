package care.trellis.medications;

import java.time.Instant;
import java.util.List;

/**
 * What a client must not have.
 *
 * @param reaction what happened; empty while unknown
 * @param takenBack whether somebody found that it is none; it stays in the history
 * @param reason why it was taken back; empty otherwise
 */
public record Allergy(
        AllergyId id,
        String substance,
        String reaction,
        Severity severity,
        Instant at,
        String by,
        boolean takenBack,
        String reason) {

    /** How bad the reaction was. */
    public enum Severity {
        UNKNOWN("Severity unknown"),
        MILD("Mild"),
        MODERATE("Moderate"),
        SEVERE("Severe");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        /** The severity in words. */
        public String label() {
            return label;
        }
    }

    /**
     * All that is known of a client's allergies.
     *
     * @param listed every one that was ever noted, the newest first
     * @param noneKnown who said last that none is known, and when; empty where one is noted since,
     *     or nobody was asked
     */
    public record Known(List<Allergy> listed, String noneKnown) {

        /** Copies the list. */
        public Known {
            listed = List.copyOf(listed);
        }

        /** Those that hold. */
        public List<Allergy> standing() {
            return listed.stream().filter(one -> !one.takenBack()).toList();
        }

        /** Whether anybody asked. */
        public boolean asked() {
            return !standing().isEmpty() || !noneKnown.isEmpty();
        }
    }

    /** Names nothing. */
    @Override
    public String toString() {
        return "Allergy[" + id.value() + "]";
    }
}
