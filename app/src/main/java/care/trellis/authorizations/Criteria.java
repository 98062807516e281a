package care.trellis.authorizations;

import static care.trellis.authorizations.Evidence.ATTENDANCE;
import static care.trellis.authorizations.Evidence.CHANGE;
import static care.trellis.authorizations.Evidence.DIAGNOSIS;
import static care.trellis.authorizations.Evidence.FAMILY_NOTE;
import static care.trellis.authorizations.Evidence.GOALS;
import static care.trellis.authorizations.Evidence.GROUP_NOTE;
import static care.trellis.authorizations.Evidence.INDIVIDUAL_NOTE;
import static care.trellis.authorizations.Evidence.PLAN;
import static care.trellis.authorizations.Evidence.SYMPTOM_SCORE;
import static care.trellis.authorizations.Evidence.USE_SCORE;

import java.util.List;

/**
 * By which dimensions a packet is laid out. Names of dimensions are facts; what stands beside them
 * are our own words. No text of a licensed criteria book is in here, and none may be added. The
 * edition is kept with every packet, for states and payers differ in which they follow.
 */
public enum Criteria {
    /** For mental health without a licensed book: the questions reviewers ask. */
    GENERAL(
            "Our own outline",
            List.of(
                    new Dimension(
                            "Condition now",
                            "What is treated, and how hard it presses today",
                            List.of(DIAGNOSIS, SYMPTOM_SCORE)),
                    new Dimension(
                            "Change since the last review",
                            "What moved, measured the same way twice",
                            List.of(CHANGE)),
                    new Dimension(
                            "Taking part",
                            "Whether the person comes, and what they do there",
                            List.of(ATTENDANCE, GROUP_NOTE, INDIVIDUAL_NOTE)),
                    new Dimension(
                            "Home and supports",
                            "Who helps, and what pulls the other way",
                            List.of(FAMILY_NOTE)),
                    new Dimension(
                            "Plan and next step",
                            "What is still to be reached at this level, and what follows",
                            List.of(PLAN, GOALS)))),
    ASAM_3(
            "ASAM, 3rd edition",
            List.of(
                    new Dimension(
                            "1 Intoxication and withdrawal",
                            "Use and withdrawal now",
                            List.of(USE_SCORE)),
                    new Dimension("2 Biomedical", "A physician looked at the plan", List.of(PLAN)),
                    new Dimension(
                            "3 Emotional, behavioral, cognitive",
                            "Symptoms now, and whether they move",
                            List.of(DIAGNOSIS, SYMPTOM_SCORE, CHANGE)),
                    new Dimension(
                            "4 Readiness to change",
                            "Whether the person comes and works on goals",
                            List.of(ATTENDANCE, GOALS)),
                    new Dimension(
                            "5 Relapse and continued use",
                            "Skills practiced, risks met",
                            List.of(GROUP_NOTE, INDIVIDUAL_NOTE)),
                    new Dimension(
                            "6 Recovery environment", "Home and supports", List.of(FAMILY_NOTE)))),
    ASAM_4(
            "ASAM, 4th edition",
            List.of(
                    new Dimension(
                            "1 Intoxication, withdrawal, addiction medications",
                            "Use and withdrawal now",
                            List.of(USE_SCORE)),
                    new Dimension(
                            "2 Biomedical conditions",
                            "A physician looked at the plan",
                            List.of(PLAN)),
                    new Dimension(
                            "3 Psychiatric and cognitive conditions",
                            "Symptoms now, and whether they move",
                            List.of(DIAGNOSIS, SYMPTOM_SCORE, CHANGE)),
                    new Dimension(
                            "4 Substance use-related risks",
                            "Skills practiced, risks met",
                            List.of(GROUP_NOTE, INDIVIDUAL_NOTE)),
                    new Dimension(
                            "5 Recovery environment interactions",
                            "Home and supports",
                            List.of(FAMILY_NOTE)),
                    new Dimension(
                            "6 Person-centered considerations",
                            "Whether the person comes, and what they want to reach",
                            List.of(ATTENDANCE, GOALS))));

    /**
     * One heading of the outline.
     *
     * @param name as people call it
     * @param about our own words for what belongs under it
     * @param evidence what the record should hold for it
     */
    public record Dimension(String name, String about, List<Evidence> evidence) {}

    private final String label;
    private final List<Dimension> dimensions;

    Criteria(String label, List<Dimension> dimensions) {
        this.label = label;
        this.dimensions = dimensions;
    }

    /** As people say it, with its edition. */
    public String label() {
        return label;
    }

    /** Its headings in their order. */
    public List<Dimension> dimensions() {
        return dimensions;
    }
}
