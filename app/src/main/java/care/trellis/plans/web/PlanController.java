package care.trellis.plans.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.episodes.GoalId;
import care.trellis.plans.ObjectiveId;
import care.trellis.plans.ProblemId;
import care.trellis.plans.TreatmentPlan;
import care.trellis.plans.TreatmentPlans;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The plan of one client, read and worked on. */
@Controller
@RequestMapping("/clients/{client}/plan")
class PlanController {

    private static final LocalDate NEVER = LocalDate.of(1900, 1, 1);

    private final TreatmentPlans plans;
    private final PlanViews views;

    PlanController(TreatmentPlans plans, PlanViews views) {
        this.plans = plans;
        this.views = views;
    }

    @GetMapping
    @Requires(value = Action.PLAN_VIEW, client = "client")
    ModelAndView open(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Map.of());
    }

    /** Saves what stands around the goals, as it is typed. */
    @PutMapping("/outline")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView outline(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        int minutes = Hours.minutes(form.value("hours"));
        var weeks = form.whole("weeks");
        if (minutes == 0 || form.wrong() || (weeks != null && (weeks < 1 || weeks > 104))) {
            return refused("Enter the hours a week, such as 9, and 1 to 104 weeks.");
        }
        var saved =
                plans.save(
                        permit,
                        client,
                        new TreatmentPlan.Outline(
                                minutes,
                                weeks,
                                form.value("strengths"),
                                form.value("barriers"),
                                form.value("preferences"),
                                form.value("supports"),
                                form.value("done"),
                                form.value("part"),
                                Objects.requireNonNullElse(form.whole("revision"), 0)));
        return switch (saved) {
            case Change.Done<Integer>(var revision) ->
                    new ModelAndView("plans/saved", Map.of("revision", revision));
            case Change.Refused<Integer>(var problems) -> refused(problems.getFirst().message());
        };
    }

    @PostMapping("/problems")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView problem(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return save(
                permit,
                frame,
                client,
                "problem",
                form,
                () ->
                        plans.addProblem(
                                permit,
                                form.key(),
                                client,
                                form.value("statement"),
                                form.value("diagnosis")));
    }

    @PostMapping("/problems/{problem}/goals")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView goal(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable ProblemId problem,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return save(
                permit,
                frame,
                client,
                "problem-" + problem.value(),
                form,
                () -> plans.addGoal(permit, form.key(), client, problem, form.value("goal")));
    }

    @PostMapping("/problems/{problem}/deferral")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView defer(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable ProblemId problem,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var until = Objects.requireNonNullElse(form.date("until"), NEVER);
        return save(
                permit,
                frame,
                client,
                "defer-" + problem.value(),
                form,
                () -> plans.defer(permit, client, problem, form.value("reason"), until));
    }

    @PostMapping("/problems/{problem}/resumption")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String resume(Permit permit, @PathVariable ClientId client, @PathVariable ProblemId problem) {
        plans.resume(permit, client, problem);
        return back(client, "problem-" + problem.value());
    }

    @PostMapping("/goals/{goal}/problem")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String aim(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable GoalId goal,
            @RequestParam ProblemId problem) {
        plans.aim(permit, client, goal, problem);
        return back(client, "goal-" + goal.value());
    }

    @PostMapping("/goals/{goal}/objectives")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView objective(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable GoalId goal,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var target =
                new TreatmentPlan.Target(
                        form.value("text"),
                        form.value("measure"),
                        form.ticked("scored"),
                        form.value("baseline"),
                        form.value("target"),
                        Objects.requireNonNullElse(form.date("on"), NEVER));
        return save(
                permit,
                frame,
                client,
                "goal-" + goal.value(),
                form,
                () -> plans.addObjective(permit, form.key(), client, goal, target));
    }

    @PostMapping("/objectives/{objective}/status")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String progress(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable ObjectiveId objective,
            @RequestParam TreatmentPlan.Status status) {
        plans.progress(permit, client, objective, status);
        return back(client, "objective-" + objective.value());
    }

    @PostMapping("/objectives/{objective}/interventions")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView intervention(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable ObjectiveId objective,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var terms =
                new TreatmentPlan.Terms(
                        form.choice("modality", TreatmentPlan.Modality.GROUP),
                        form.value("approach"),
                        Objects.requireNonNullElse(form.decimal("times"), BigDecimal.ZERO),
                        form.requiredWhole("minutes"),
                        form.requiredWhole("weeks"),
                        form.value("responsible"));
        return save(
                permit,
                frame,
                client,
                "objective-" + objective.value(),
                form,
                () -> plans.addIntervention(permit, form.key(), client, objective, terms));
    }

    @PostMapping("/interventions/{intervention}/end")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String endIntervention(
            Permit permit, @PathVariable ClientId client, @PathVariable UUID intervention) {
        plans.endIntervention(permit, client, intervention);
        return back(client, "problems");
    }

    private <T> ModelAndView save(
            Permit permit,
            Frame frame,
            ClientId client,
            String place,
            Form form,
            Supplier<Change<T>> door) {
        return Saving.save(
                form,
                door,
                "/clients/" + client.value() + "/plan#" + place,
                () -> page(permit, frame, client, Map.of(place, form)));
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Map<String, Form> sent) {
        return new ModelAndView(
                "plans/plan", Map.of("frame", frame, "view", views.view(permit, client, sent)));
    }

    private static ModelAndView refused(String words) {
        return new ModelAndView("plans/refused", Map.of("words", words), HttpStatus.CONFLICT);
    }

    private static String back(ClientId client, String place) {
        return "redirect:/clients/" + client.value() + "/plan#" + place;
    }
}
