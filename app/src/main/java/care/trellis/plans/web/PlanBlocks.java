package care.trellis.plans.web;

import care.trellis.plans.SignedPlan;
import care.trellis.plans.TreatmentPlan;
import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Says what a plan holds, in finished text.
 *
 * @param path of the plan
 * @param sent a form that was refused, under the place it belongs to
 * @param self the name of the reader, who is most often the one that does something
 */
record PlanBlocks(String path, LocalDate today, Map<String, Form> sent, String self) {

    PlanView.ProblemCard problem(TreatmentPlan.Problem problem) {
        var element = "problem-" + problem.id().value();
        var deferral = problem.deferral();
        return new PlanView.ProblemCard(
                element,
                problem.number(),
                problem.statement(),
                problem.diagnosis(),
                deferral == null
                        ? ""
                        : "Waits until " + When.day(deferral.until()) + ": " + deferral.reason(),
                path + "/problems/" + problem.id().value(),
                problem.goals().stream().map(this::goal).toList(),
                form(element),
                form("defer-" + problem.id().value()));
    }

    PlanView.GoalBlock goal(TreatmentPlan.Goal goal) {
        var element = "goal-" + goal.id().value();
        var closed = goal.closedOn();
        return new PlanView.GoalBlock(
                element,
                goal.number(),
                goal.text(),
                closed == null ? "" : "Closed " + When.day(closed),
                path + "/goals/" + goal.id().value(),
                goal.objectives().stream().map(one -> objective(goal, one)).toList(),
                form(element));
    }

    private PlanView.ObjectiveRow objective(
            TreatmentPlan.Goal goal, TreatmentPlan.Objective objective) {
        var element = "objective-" + objective.id().value();
        var target = objective.target();
        boolean open = objective.status().isOpen() && goal.isOpen();
        var form = form(element);
        return new PlanView.ObjectiveRow(
                element,
                goal.number() + "." + objective.number(),
                target.text(),
                "%s: %s → %s".formatted(target.measure(), target.baseline(), target.target()),
                open
                        ? "by " + When.day(target.on())
                        : objective.status().label() + " " + When.day(objective.statusOn()),
                open && target.on().isBefore(today),
                objective.status().label(),
                tone(objective.status()),
                open,
                path + "/objectives/" + objective.id().value(),
                Arrays.stream(TreatmentPlan.Status.values())
                        .map(status ->
                                new Choice(
                                        status.name(),
                                        status.label(),
                                        status == objective.status()))
                        .toList(),
                objective.interventions().stream().map(this::line).toList(),
                form.value("responsible").isEmpty() ? form.with("responsible", self) : form,
                Arrays.stream(TreatmentPlan.Modality.values())
                        .map(one ->
                                new Choice(
                                        one.name(),
                                        one.label(),
                                        one.name().equals(form.value("modality"))))
                        .toList());
    }

    private PlanView.InterventionLine line(TreatmentPlan.Intervention intervention) {
        var terms = intervention.terms();
        return new PlanView.InterventionLine(
                terms.modality().label() + " · " + terms.approach(),
                often(terms.timesPerWeek())
                        + ", "
                        + terms.minutes()
                        + " min, "
                        + terms.weeks()
                        + (terms.weeks() == 1 ? " week" : " weeks"),
                terms.responsible(),
                path + "/interventions/" + intervention.id());
    }

    /** {@code 3 × a week}; less than once a week in weeks. */
    static String often(BigDecimal timesPerWeek) {
        if (timesPerWeek.compareTo(BigDecimal.ONE) >= 0) {
            return timesPerWeek.toPlainString() + " × a week";
        }
        var weeks = BigDecimal.ONE.divide(timesPerWeek, 0, java.math.RoundingMode.HALF_UP);
        return "every " + weeks.toPlainString() + " weeks";
    }

    static PlanView.VersionLine version(String chart, SignedPlan version, ZoneId zone) {
        return new PlanView.VersionLine(
                "Version " + version.number(),
                "From " + When.day(version.from()) + ", review by " + When.day(version.reviewOn()),
                chart + "/plan/versions/" + version.id().value(),
                facts(version, zone));
    }

    static List<Fact> facts(SignedPlan version, ZoneId zone) {
        return version.signatures().stream()
                .map(one -> {
                    var refusal = one.refusal();
                    return new Fact(
                            one.signer().label(),
                            one.name()
                                    + (refusal == null ? "" : " did not sign: " + refusal)
                                    + (one.certified() ? ", certified the need" : "")
                                    + ", "
                                    + When.time(one.at(), zone));
                })
                .toList();
    }

    /** What a signature is about; progress that was made since is none of it. */
    static String substance(TreatmentPlan plan) {
        var text = new StringBuilder();
        var outline = plan.outline();
        text.append(outline.minutesPerWeek())
                .append(outline.weeks())
                .append(outline.strengths())
                .append(outline.barriers())
                .append(outline.preferences())
                .append(outline.supports())
                .append(outline.done())
                .append(outline.part());
        for (var problem : plan.problems()) {
            text.append("\nP").append(problem.number()).append(problem.statement());
            text.append(problem.diagnosis()).append(problem.deferral());
            for (var goal : problem.goals()) {
                text.append("\nG").append(goal.number()).append(goal.text()).append(goal.isOpen());
                for (var objective : goal.objectives()) {
                    var target = objective.target();
                    text.append("\nO").append(objective.number()).append(target.text());
                    text.append(target.measure()).append(target.baseline());
                    text.append(target.target()).append(target.on());
                    text.append(objective.status().isOpen());
                    objective.interventions().forEach(one -> text.append(one.terms()));
                }
            }
        }
        return text.toString();
    }

    private Form form(String place) {
        return sent.getOrDefault(place, Form.empty());
    }

    private static Tone tone(TreatmentPlan.Status status) {
        return switch (status) {
            case NEW, IN_PROGRESS -> Tone.INFO;
            case PARTLY_MET -> Tone.WATCH;
            case MET -> Tone.GOOD;
            case NOT_MET -> Tone.BAD;
            case REVISED, DISCONTINUED -> Tone.NEUTRAL;
        };
    }
}
