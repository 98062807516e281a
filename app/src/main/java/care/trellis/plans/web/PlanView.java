package care.trellis.plans.web;

import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * A plan on one screen, as finished text.
 *
 * @param path of the client's chart
 * @param state how the plan stands in one chip
 * @param missing what keeps it from being signed
 * @param hours what the interventions add up to, beside what is prescribed
 * @param loose goals that answer no problem yet
 * @param starters problems to begin from
 * @param sign what the next signature is; empty where there is none to give
 */
public record PlanView(
        String path,
        String name,
        String state,
        Tone tone,
        String due,
        boolean mayEdit,
        List<ProblemCard> problems,
        List<GoalBlock> loose,
        List<Choice> problemChoices,
        Form newProblem,
        List<Choice> diagnoses,
        List<Starter> starters,
        Outline outline,
        String hours,
        Tone hoursTone,
        List<String> missing,
        Signing signing,
        List<VersionLine> versions) {

    /** Copies the lists. */
    public PlanView {
        problems = List.copyOf(problems);
        loose = List.copyOf(loose);
        problemChoices = List.copyOf(problemChoices);
        diagnoses = List.copyOf(diagnoses);
        starters = List.copyOf(starters);
        missing = List.copyOf(missing);
        versions = List.copyOf(versions);
    }

    /** What is the matter, and all that follows from it. */
    public record ProblemCard(
            String element,
            int number,
            String statement,
            String diagnosis,
            String deferred,
            String path,
            List<GoalBlock> goals,
            Form newGoal,
            Form defer) {

        /** Copies the goals. */
        public ProblemCard {
            goals = List.copyOf(goals);
        }
    }

    /** What the client wants. */
    public record GoalBlock(
            String element,
            int number,
            String text,
            String closed,
            String path,
            List<ObjectiveRow> objectives,
            Form newObjective) {

        /** Copies the objectives. */
        public GoalBlock {
            objectives = List.copyOf(objectives);
        }
    }

    /** One measurable step. */
    public record ObjectiveRow(
            String element,
            String number,
            String text,
            String measure,
            String by,
            boolean late,
            String status,
            Tone tone,
            boolean open,
            String path,
            List<Choice> statuses,
            List<InterventionLine> interventions,
            Form newIntervention,
            List<Choice> modalities) {

        /** Copies the lists. */
        public ObjectiveRow {
            statuses = List.copyOf(statuses);
            interventions = List.copyOf(interventions);
            modalities = List.copyOf(modalities);
        }
    }

    /** Who does what. */
    public record InterventionLine(String what, String how, String who, String path) {}

    /** A problem to begin from, with objectives that often belong to it. */
    public record Starter(String statement, List<String> objectives) {

        /** Copies the objectives. */
        public Starter {
            objectives = List.copyOf(objectives);
        }
    }

    /** What stands around the goals; saved as it is typed. */
    public record Outline(String path, int revision, String hours, String weeks, List<Part> parts) {

        /** Copies the parts. */
        public Outline {
            parts = List.copyOf(parts);
        }

        /** One labelled piece of prose. */
        public record Part(String name, String label, String text) {}
    }

    /**
     * What can be signed now.
     *
     * @param mayAuthor whether this reader can freeze a version
     * @param changed whether the plan differs from the last version
     * @param version where the last version is signed by others; empty while there is none
     */
    public record Signing(
            boolean mayAuthor,
            boolean changed,
            String authorPath,
            String authorKey,
            String version,
            String versionPath,
            boolean clientOpen,
            boolean prescriberOpen,
            boolean mayPrescribe,
            boolean teamOpen,
            Form client,
            Form refusal,
            String teamKey,
            String prescriberKey) {}

    /** One signed version. */
    public record VersionLine(String title, String detail, String path, List<Fact> signatures) {

        /** Copies the signatures. */
        public VersionLine {
            signatures = List.copyOf(signatures);
        }
    }
}
