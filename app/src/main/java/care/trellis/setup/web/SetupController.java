package care.trellis.setup.web;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.setup.Draft;
import care.trellis.setup.Refusal;
import care.trellis.setup.Setup;
import care.trellis.setup.SetupPlan;
import care.trellis.setup.SetupStep;
import care.trellis.setup.Taking;
import care.trellis.setup.TrackPreset;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sets a program up in five steps; every press keeps what was typed. */
@Controller
@RequestMapping("/settings/setup")
class SetupController {

    private final Setup setup;
    private final Taking taking;
    private final SetupViews views;

    SetupController(Setup setup, Taking taking, SetupViews views) {
        this.setup = setup;
        this.taking = taking;
        this.views = views;
    }

    @GetMapping
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        return new ModelAndView(
                "setup/list",
                Map.of(
                        "frame",
                        frame,
                        "drafts",
                        views.lines(setup.all(permit)),
                        "key",
                        Ids.next().toString()));
    }

    @PostMapping
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView begin(Permit permit, @RequestParam UUID key) {
        return to(setup.begin(permit, key), SetupStep.PROGRAM);
    }

    @GetMapping("/{draft}")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView resume(Permit permit, Frame frame, @PathVariable UUID draft) {
        var found = setup.one(permit, draft);
        return found.program() == null
                ? to(draft, found.step())
                : new ModelAndView(
                        "setup/made",
                        Map.of("frame", frame, "view", views.made(permit, found, "")));
    }

    @PostMapping("/{draft}/made")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView make(Permit permit, Frame frame, @PathVariable UUID draft) {
        var refusals = taking.make(permit, draft);
        return refusals.isEmpty()
                ? new ModelAndView("redirect:/settings/setup/" + draft)
                : Saving.refused(
                        page(
                                permit,
                                frame,
                                setup.one(permit, draft),
                                SetupStep.REVIEW,
                                refusals.stream().map(Refusal::fix).toList(),
                                false));
    }

    @PostMapping("/{draft}/undone")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView undo(Permit permit, Frame frame, @PathVariable UUID draft) {
        var found = setup.one(permit, draft);
        return setup.undo(permit, draft) || found.undone()
                ? new ModelAndView("redirect:/settings/setup/" + draft)
                : Saving.refused(
                        new ModelAndView(
                                "setup/made",
                                Map.of(
                                        "frame",
                                        frame,
                                        "view",
                                        views.made(
                                                permit,
                                                found,
                                                "Attendance or a note is on record by now. End the tracks instead."))));
    }

    @PostMapping("/{draft}/discarded")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView discard(Permit permit, @PathVariable UUID draft) {
        setup.discard(permit, draft);
        return new ModelAndView("redirect:/settings/setup");
    }

    @GetMapping("/{draft}/{step}")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView step(
            Permit permit, Frame frame, @PathVariable UUID draft, @PathVariable String step) {
        var found = setup.one(permit, draft);
        return found.program() != null
                ? new ModelAndView("redirect:/settings/setup/" + draft)
                : page(permit, frame, found, step(step), List.of(), false);
    }

    /** Keeps what was typed and goes on, back, or to the step that was pressed. */
    @PostMapping("/{draft}/{step}")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView save(
            Permit permit,
            Frame frame,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam(defaultValue = "next") String go,
            @RequestParam MultiValueMap<String, String> sent) {
        var at = step(step);
        var target = go.equals("next") ? at.next() : go.equals("back") ? at.back() : step(go);
        var saved = setup.save(permit, draft, target, typed(at, sent));
        if (go.equals("next") && !plan(permit, saved).problems(at).isEmpty()) {
            return Saving.refused(page(permit, frame, saved, at, List.of(), true));
        }
        return to(draft, target);
    }

    /** Keeps what was typed and answers the week as it is now. */
    @PostMapping("/{draft}/{step}/picture")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView picture(
            Permit permit,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent) {
        var at = step(step);
        var saved = setup.save(permit, draft, at, typed(at, sent));
        return new ModelAndView(
                "setup/picture", Map.of("view", views.picture(plan(permit, saved))));
    }

    private SetupPlan plan(Permit permit, Draft draft) {
        return SetupPlan.of(draft, new HashSet<>(setup.choices(permit).staff()));
    }

    private ModelAndView page(
            Permit permit,
            Frame frame,
            Draft draft,
            SetupStep step,
            List<String> refusals,
            boolean tried) {
        var choices = setup.choices(permit);
        var plan = SetupPlan.of(draft, new HashSet<>(choices.staff()));
        List<Problem> problems = tried ? plan.problems(step) : List.of();
        return new ModelAndView(
                "setup/step",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        views.step(permit, draft, step, plan, choices, problems, refusals)));
    }

    /** The fields of a step; a box that is not ticked is not sent, and then holds nothing. */
    private static Map<String, List<String>> typed(
            SetupStep step, MultiValueMap<String, String> sent) {
        var typed = new HashMap<String, List<String>>();
        switch (step) {
            case TRACKS -> {
                typed.put("track", List.of());
                for (var preset : TrackPreset.values()) {
                    typed.put("days-" + preset.name(), List.of());
                }
            }
            case RULES -> typed.put("curriculum", List.of());
            case PROGRAM, PEOPLE, REVIEW -> {}
        }
        sent.forEach((field, values) -> {
            if (!field.equals("_csrf") && !field.equals("go")) {
                typed.put(field, List.copyOf(values));
            }
        });
        return typed;
    }

    private static SetupStep step(String path) {
        return Arrays.stream(SetupStep.values())
                .filter(step -> step.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ModelAndView to(UUID draft, SetupStep step) {
        return new ModelAndView("redirect:/settings/setup/" + draft + "/" + step.path());
    }
}
