package care.trellis.plans;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a plan from being signed: every problem leads to a goal, every goal to a measurable
 * objective, every objective to somebody who does something.
 */
final class PlanChecks {

    private static final double HOURS_TOLERANCE = 0.10;

    private PlanChecks() {}

    /** Each gap as a sentence; empty when the plan can be signed. */
    static List<String> missing(TreatmentPlan plan) {
        var missing = new ArrayList<String>();
        var worked = plan.problems().stream().filter(one -> one.deferral() == null).toList();
        if (worked.isEmpty()) {
            missing.add("No problem is worked on: add the first one.");
        }
        for (var goal : plan.loose()) {
            if (goal.isOpen()) {
                missing.add("Goal %d answers no problem: choose one.".formatted(goal.number()));
            }
        }
        worked.forEach(problem -> missing.addAll(missing(problem)));
        if (!worked.isEmpty() && plan.openObjectives().noneMatch(one -> one.target().scored())) {
            missing.add("No objective is measured by a score, such as PHQ-9 or BAM: add one.");
        }
        return missing;
    }

    private static List<String> missing(TreatmentPlan.Problem problem) {
        var missing = new ArrayList<String>();
        if (problem.goals().isEmpty()) {
            missing.add(
                    "Problem %d has no goal: ask the client what would be better."
                            .formatted(problem.number()));
        }
        for (var goal : problem.goals()) {
            if (!goal.isOpen()) {
                continue;
            }
            if (goal.objectives().isEmpty()) {
                missing.add("Goal %d has no objective.".formatted(goal.number()));
            }
            for (var objective : goal.objectives()) {
                if (objective.status().isOpen() && objective.interventions().isEmpty()) {
                    missing.add(
                            "Nobody does anything for objective %d.%d yet."
                                    .formatted(goal.number(), objective.number()));
                }
            }
        }
        return missing;
    }

    /** Whether the interventions add up to what is prescribed, give or take a tenth. */
    static boolean hoursFit(TreatmentPlan plan) {
        int prescribed = plan.outline().minutesPerWeek();
        return Math.abs(plan.plannedMinutes() - prescribed) <= prescribed * HOURS_TOLERANCE;
    }
}
