package care.trellis.drugtests;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a test found.
 *
 * @param accession the laboratory's number; empty for a test on site
 * @param consistent whether all of it agrees with what is prescribed
 * @param before what stood before the laboratory corrected it; null where it corrected nothing
 */
public record Result(
        UUID id,
        Kind kind,
        String accession,
        State state,
        LocalDate reportedOn,
        boolean consistent,
        List<Finding> findings,
        String by,
        @Nullable Result before) {

    /** How it was found. A screen is presumptive, whoever does it. */
    public enum Kind {
        POINT_OF_CARE("Cup on site"),
        LABORATORY("Laboratory screen"),
        CONFIRMATION("Laboratory confirmation");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }

    /** What the laboratory says of the specimen itself. */
    public enum State {
        VALID("Valid"),
        DILUTE("Dilute"),
        SUBSTITUTED("Substituted"),
        ADULTERATED("Adulterated"),
        INVALID("Invalid"),
        TOO_LITTLE("Too little");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state in words. */
        public String label() {
            return label;
        }
    }

    /** Whether something was found. */
    public enum Outcome {
        NEGATIVE,
        POSITIVE,
        NOT_TESTED
    }

    /** One substance. */
    public record Finding(
            String analyte, Outcome outcome, String value, Agreement agreement, String because) {

        /** The outcome in words: only a confirmation is called confirmed. */
        public String words(Kind kind) {
            return switch (outcome) {
                case NEGATIVE -> "Negative";
                case NOT_TESTED -> "Not tested";
                case POSITIVE ->
                        kind == Kind.CONFIRMATION ? "Confirmed positive" : "Presumptive positive";
            };
        }
    }

    /** Copies the list. */
    public Result {
        findings = List.copyOf(findings);
    }

    /** Whether something was found that no prescription explains. */
    public boolean foundSomething() {
        return findings.stream()
                .anyMatch(one ->
                        one.agreement() == Agreement.UNEXPLAINED
                                || one.agreement() == Agreement.MAY_REACT);
    }

    /** Names nothing. */
    @Override
    public String toString() {
        return "Result[" + id + " " + kind + "]";
    }
}
