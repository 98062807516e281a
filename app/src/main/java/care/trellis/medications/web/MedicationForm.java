package care.trellis.medications.web;

import care.trellis.medications.Medication;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A line of the list in a form and back. */
final class MedicationForm {

    private MedicationForm() {}

    static Form of(Medication.Step step) {
        var details = step.details();
        return Form.empty()
                .with("seen", step.number())
                .with("name", details.name())
                .with("dose", details.dose())
                .with("route", details.route())
                .with("frequency", details.frequency())
                .with("prescriber", details.prescriber())
                .with("source", details.source())
                .with("startedOn", details.startedOn())
                .with("treatment", details.treatment())
                .with("dispensing", details.dispensing())
                .with("nextDue", details.nextDue())
                .with("adherence", details.adherence());
    }

    static Medication.Details read(Form form) {
        return new Medication.Details(
                form.value("name"),
                form.value("dose"),
                form.value("route"),
                form.value("frequency"),
                form.value("prescriber"),
                form.choice("source", Medication.Source.CLIENT),
                form.date("startedOn"),
                form.ticked("treatment"),
                form.value("dispensing"),
                form.date("nextDue"),
                form.choice("adherence", Medication.Adherence.UNKNOWN));
    }

    static List<Choice> sources(Form form) {
        return form.choices("source", labels(Medication.Source.values(), Medication.Source::label));
    }

    static List<Choice> adherences(Form form) {
        return form.choices(
                "adherence", labels(Medication.Adherence.values(), Medication.Adherence::label));
    }

    static <E extends Enum<E>> Map<String, String> labels(E[] values, Function<E, String> label) {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> labels.put(value.name(), label.apply(value)));
        return labels;
    }
}
