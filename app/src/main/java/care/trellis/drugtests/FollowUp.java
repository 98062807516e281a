package care.trellis.drugtests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk that is owed after a test. It is a task of the clinician and never a sanction: nothing
 * about the client's place in the program follows from it by itself.
 *
 * @param steps oldest first
 */
public record FollowUp(
        FollowUpId id,
        TestId test,
        Kind kind,
        LocalDate dueOn,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Step> steps) {

    /** What the talk is about. */
    public enum Kind {
        TALK(
                "Talk about the result",
                "Tell the client alone, with an open question; what they say first counts as engagement. Then look at triggers, treatment, safety and level together."),
        CONFIRM(
                "Offer a confirmation",
                "A prescription may react with the screen. Offer the laboratory's definitive test before anything is concluded."),
        PRESCRIPTION(
                "Talk about a prescription that did not show",
                "Ask how it is taken, what gets in the way, and whether it is safe at home. Adherence and diversion are both a reason to help."),
        SPECIMEN(
                "Talk about the specimen",
                "Ask what made it hard, and offer another way: more time, water, oral fluid, somebody of the gender the client chooses."),
        MISSED(
                "Ask what got in the way",
                "A test was missed or refused. Ask without assuming; offer another way and another day."),
        CORRECTED(
                "Read the corrected result",
                "The laboratory corrected what it said. Tell the client the same day, take back what followed from the first result, and have the talk that the corrected one asks for."),
        TEAM(
                "Bring it to the team",
                "A second confirmed finding within thirty days: the team looks at the plan, treatment and level of care with the client.");

        private final String label;
        private final String how;

        Kind(String label, String how) {
            this.label = label;
            this.how = how;
        }

        /** The task in words. */
        public String label() {
            return label;
        }

        /** How it is done. */
        public String how() {
            return how;
        }
    }

    /** One thing that was done. */
    public record Step(Kind kind, String words, Instant at, String by) {

        /** What can be done. */
        public enum Kind {
            TALKED("Talked in private"),
            TOLD_BEFORE("The client told it before"),
            OFFERED_CONFIRMATION("Offered a confirmation"),
            NALOXONE("Gave naloxone, offered treatment"),
            PLAN_REVIEWED("Looked at the plan together"),
            CLOSED("Done");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            /** The step in words. */
            public String label() {
                return label;
            }
        }

        /** What was written stays out of logs. */
        @Override
        public String toString() {
            return "Step[" + kind + "]";
        }
    }

    /** Copies the steps. */
    public FollowUp {
        steps = List.copyOf(steps);
    }

    /** Whether it is owed. */
    public boolean isOpen() {
        return closedAt == null;
    }
}
