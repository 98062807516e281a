package care.trellis.episodes;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One diagnosis on record.
 *
 * @param rank 1 is the principal one; no two rank alike by intent, but an import may
 */
public record Diagnosis(DiagnosisId id, Finding finding, int rank) {

    /** The code systems we keep. Claims are made with ICD-10-CM only. */
    public enum CodeSystem {
        ICD_10_CM("ICD-10-CM"),
        SNOMED("SNOMED");

        private final String label;

        CodeSystem(String label) {
            this.label = label;
        }

        /** Its name, as the table keeps it. */
        public String label() {
            return label;
        }
    }

    /** What payer rules ask of a diagnosis: the class that its chapter puts it in. */
    public enum DiagnosisClass {
        /** Mental health. */
        MH,
        /** Substance use other than opioids. */
        SUD,
        /** Opioid use. */
        OUD
    }

    /**
     * What was found, and when.
     *
     * @param to the last day; null while it holds
     */
    public record Finding(
            CodeSystem system,
            String code,
            String description,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Strips what was typed and refuses a finding without a code. */
        public Finding {
            code = code.strip().toUpperCase(java.util.Locale.ROOT);
            description = description.strip();
            if (code.isEmpty() || description.isEmpty()) {
                throw new IllegalArgumentException("A diagnosis has a code and a description");
            }
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("The diagnosis ends before it begins");
            }
        }

        /**
         * The class by chapter 5 of ICD-10-CM: F11 opioids, F10 to F19 substances, the other F
         * codes mental health. Nothing for other chapters, and for codes of another system, which
         * claims never carry.
         */
        public Optional<DiagnosisClass> diagnosisClass() {
            if (system != CodeSystem.ICD_10_CM || !code.startsWith("F")) {
                return Optional.empty();
            }
            if (code.startsWith("F11")) {
                return Optional.of(DiagnosisClass.OUD);
            }
            return Optional.of(code.startsWith("F1") ? DiagnosisClass.SUD : DiagnosisClass.MH);
        }

        /** A diagnosis is personal: logs see none. */
        @Override
        public String toString() {
            return "Finding[" + system + "]";
        }
    }

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        var to = finding.to();
        return !finding.from().isAfter(day) && (to == null || !to.isBefore(day));
    }
}
