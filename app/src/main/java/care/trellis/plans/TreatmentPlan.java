package care.trellis.plans;

import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.GoalId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The living plan of an episode, as it is worked on; a signature freezes a version of it.
 *
 * @param problems by number
 * @param loose goals that answer no problem yet: written at admission or imported
 */
public record TreatmentPlan(
        EpisodeId episode, Outline outline, List<Problem> problems, List<Goal> loose) {

    /** Copies the lists. */
    public TreatmentPlan {
        problems = List.copyOf(problems);
        loose = List.copyOf(loose);
    }

    /** Every objective that is worked on. */
    public Stream<Objective> openObjectives() {
        return problems.stream()
                .flatMap(problem -> problem.goals().stream())
                .filter(Goal::isOpen)
                .flatMap(goal -> goal.objectives().stream())
                .filter(objective -> objective.status().isOpen());
    }

    /** Minutes a week that the interventions add up to; one that serves two objectives once. */
    public int plannedMinutes() {
        return openObjectives()
                .map(Objective::interventions)
                .flatMap(Collection::stream)
                .map(Intervention::terms)
                .distinct()
                .mapToInt(terms ->
                        terms.timesPerWeek()
                                .multiply(BigDecimal.valueOf(terms.minutes()))
                                .intValue())
                .sum();
    }

    /**
     * What stands around the goals.
     *
     * @param minutesPerWeek prescribed service a week
     * @param weeks how long the stay is meant to last; null while nobody said
     * @param done when the client is ready to leave
     * @param part how the client took part in making the plan
     * @param revision 0 until it is first saved
     */
    public record Outline(
            int minutesPerWeek,
            @Nullable Integer weeks,
            String strengths,
            String barriers,
            String preferences,
            String supports,
            String done,
            String part,
            int revision) {

        /** The same with other hours. */
        public Outline withMinutes(int minutes) {
            return new Outline(
                    minutes,
                    weeks,
                    strengths,
                    barriers,
                    preferences,
                    supports,
                    done,
                    part,
                    revision);
        }

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "Outline[" + revision + "]";
        }
    }

    /**
     * What is the matter.
     *
     * @param diagnosis the ICD-10-CM code it belongs to; empty where it has none
     * @param deferral why it is not worked on now, and until when; null while it is
     */
    public record Problem(
            ProblemId id,
            int number,
            String statement,
            String diagnosis,
            @Nullable Deferral deferral,
            List<Goal> goals) {

        /** Copies the goals. */
        public Problem {
            goals = List.copyOf(goals);
        }

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "Problem[" + number + "]";
        }
    }

    /** Why a problem waits, and the day it is looked at again. */
    public record Deferral(String reason, LocalDate until) {}

    /** What the client wants, in the client's own words. */
    public record Goal(
            GoalId id,
            int number,
            String text,
            @Nullable LocalDate closedOn,
            List<Objective> objectives) {

        /** Copies the objectives. */
        public Goal {
            objectives = List.copyOf(objectives);
        }

        /** Whether it is worked on. */
        public boolean isOpen() {
            return closedOn == null;
        }

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "Goal[" + number + "]";
        }
    }

    /** A measurable step to a goal. */
    public record Objective(
            ObjectiveId id,
            int number,
            Target target,
            Status status,
            LocalDate statusOn,
            List<Intervention> interventions) {

        /** Copies the interventions. */
        public Objective {
            interventions = List.copyOf(interventions);
        }
    }

    /**
     * What is to be reached, so that anybody can tell whether it was.
     *
     * @param measure what is counted, such as {@code PHQ-9} or {@code days without use}
     * @param scored whether the measure is a standardized score
     */
    public record Target(
            String text,
            String measure,
            boolean scored,
            String baseline,
            String target,
            LocalDate on) {

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "Target[" + on + "]";
        }
    }

    /** How an objective goes. */
    public enum Status {
        NEW("New"),
        IN_PROGRESS("In progress"),
        PARTLY_MET("Partly met"),
        MET("Met"),
        NOT_MET("Not met"),
        REVISED("Revised"),
        DISCONTINUED("Discontinued");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The state in words. */
        public String label() {
            return label;
        }

        /** Whether it is worked on. */
        public boolean isOpen() {
            return switch (this) {
                case NEW, IN_PROGRESS, PARTLY_MET -> true;
                case MET, NOT_MET, REVISED, DISCONTINUED -> false;
            };
        }
    }

    /** What is done for an objective. */
    public record Intervention(UUID id, Terms terms) {}

    /**
     * What, how, how often, how long, and by whom.
     *
     * @param approach such as {@code Relapse prevention, CBT}
     * @param timesPerWeek 0.25 is once a month
     * @param responsible name and credential
     */
    public record Terms(
            Modality modality,
            String approach,
            BigDecimal timesPerWeek,
            int minutes,
            int weeks,
            String responsible) {

        /** Twice a week is twice a week, however it was typed. */
        public Terms {
            timesPerWeek = timesPerWeek.stripTrailingZeros();
        }
    }

    /** The form that help takes. */
    public enum Modality {
        GROUP("Group"),
        INDIVIDUAL("Individual"),
        FAMILY("Family"),
        CASE_MANAGEMENT("Case management"),
        PEER("Peer support"),
        MEDICATION("Medication"),
        EDUCATION("Education"),
        TESTING("Testing");

        private final String label;

        Modality(String label) {
            this.label = label;
        }

        /** The form in words. */
        public String label() {
            return label;
        }
    }
}
