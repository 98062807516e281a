package care.trellis.medications;

import care.trellis.base.Problem;
import care.trellis.medications.Reconciliation.Answer;
import care.trellis.medications.Reconciliation.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps a comparison from being signed; each problem names the field of its line. */
final class ReconciliationChecks {

    private ReconciliationChecks() {}

    static List<Problem> of(
            List<Medication> active,
            Map<MedicationId, Answer> answers,
            List<Medication.Source> sources,
            boolean checked,
            boolean askedAboutAllergies) {
        var problems = new ArrayList<Problem>();
        if (sources.isEmpty()) {
            add(problems, "sources", "MISSING", "Tick at least one thing you compared it with.");
        }
        if (!checked) {
            add(
                    problems,
                    "checked",
                    "MISSING",
                    "Look at doubles, interactions and allergies, then tick this.");
        }
        if (!askedAboutAllergies) {
            add(
                    problems,
                    "",
                    "ALLERGIES",
                    "Nobody asked about allergies yet. Note them, or that none is known, first.");
        }
        for (var medication : active) {
            line(problems, medication, answers.get(medication.id()));
        }
        return problems;
    }

    private static void line(
            List<Problem> problems, Medication medication, @Nullable Answer answer) {
        var field = "-" + medication.id().value();
        if (answer == null || answer.decision() == null) {
            add(problems, "decision" + field, "MISSING", "Choose what becomes of it.");
            return;
        }
        if (answer.seen() != medication.now().number()) {
            add(
                    problems,
                    "decision" + field,
                    "CHANGED_MEANWHILE",
                    "Somebody changed this line while you wrote. Look at it again.");
        }
        boolean changed = answer.decision() == Decision.CHANGED;
        if ((changed || answer.decision() == Decision.STOPPED) && answer.reason().isBlank()) {
            add(problems, "reason" + field, "MISSING", "Enter why.");
        }
        if (answer.reason().length() > Medications.LONGEST_REASON) {
            add(problems, "reason" + field, "TOO_LONG", "Shorten it to 1000 characters.");
        }
        var details = medication.now().details();
        if (changed
                && details.dose().equals(answer.dose().strip())
                && details.frequency().equals(answer.frequency().strip())) {
            add(problems, "dose" + field, "SAME", "Enter the new dose, or how often now.");
        }
        if (answer.dose().length() > Medications.LONGEST
                || answer.frequency().length() > Medications.LONGEST) {
            add(problems, "dose" + field, "TOO_LONG", "Shorten it to 120 characters.");
        }
    }

    private static void add(List<Problem> problems, String field, String code, String message) {
        problems.add(new Problem(field, code, message));
    }
}
