package care.trellis.transitions;

import care.trellis.organizations.LevelOfCare;
import care.trellis.papers.PaperId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A signed determination that nobody has carried out yet.
 *
 * @param reason in the clinician's words
 */
public record Determination(PaperId paper, LevelOfCare level, LocalDate on, String reason) {

    /** The form it is signed on. */
    static final String FORM = "level-of-care";

    /**
     * The level of ours that an answer of the form means; nothing where another program gives it.
     */
    static Optional<LevelOfCare> level(String answer) {
        if (answer.startsWith("Outpatient") || answer.contains("(1.7)")) {
            return Optional.of(LevelOfCare.OP);
        }
        if (answer.startsWith("Intensive outpatient")) {
            return Optional.of(LevelOfCare.IOP);
        }
        return answer.contains("(2.5)") || answer.contains("(2.7)")
                ? Optional.of(LevelOfCare.PHP)
                : Optional.empty();
    }

    /** Why stays out of logs. */
    @Override
    public String toString() {
        return "Determination[" + level + " " + on + "]";
    }
}
