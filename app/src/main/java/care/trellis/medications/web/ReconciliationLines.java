package care.trellis.medications.web;

import care.trellis.medications.Medication;
import care.trellis.medications.Reconciliation;
import care.trellis.medications.Reconciliation.Decision;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.Optional;

/** The lines of the form in which a list is compared. */
final class ReconciliationLines {

    private ReconciliationLines() {}

    static ReconciliationView.Line line(
            Medication medication, Optional<Reconciliation> last, Form form) {
        var id = medication.id().value().toString();
        var field = "-" + id;
        var details = medication.now().details();
        boolean sent = !form.value("seen" + field).isEmpty();
        return new ReconciliationView.Line(
                id,
                sent ? Integer.parseInt(form.value("seen" + field)) : medication.now().number(),
                details.name(),
                details.how(),
                differs(medication, last),
                form.choices(
                        "decision" + field,
                        MedicationForm.labels(Decision.values(), Decision::label)),
                form.choices(
                        "adherence" + field,
                        MedicationForm.labels(
                                Medication.Adherence.values(), Medication.Adherence::label)),
                sent ? form.value("dose" + field) : details.dose(),
                sent ? form.value("frequency" + field) : details.frequency(),
                form.value("reason" + field),
                form.error("decision" + field),
                form.error("dose" + field),
                form.error("reason" + field));
    }

    private static String differs(Medication medication, Optional<Reconciliation> last) {
        if (last.isEmpty()) {
            return "";
        }
        var before =
                last.get().content().lines().stream()
                        .filter(line ->
                                line.medication().equals(medication.id().value().toString()))
                        .map(Reconciliation.Line::now)
                        .findFirst()
                        .orElse("");
        if (before.isEmpty()) {
            return "New since";
        }
        return before.equals(medication.now().details().how()) ? "" : "Was " + before;
    }

    static Tone tone(Decision decision) {
        return switch (decision) {
            case CONTINUED -> Tone.GOOD;
            case CHANGED -> Tone.INFO;
            case STOPPED -> Tone.NEUTRAL;
            case UNKNOWN -> Tone.WATCH;
        };
    }
}
