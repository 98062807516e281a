package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.ProgramOutcomes;
import care.trellis.measures.Satisfaction;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Figures about many, and what clients think of the program. */
@Controller
class ProgramController {

    private static final int DAYS = 180;
    private static final int FEEDBACK_DAYS = 60;

    private final ProgramOutcomes outcomes;
    private final Satisfaction satisfaction;
    private final MeasureTabs tabs;
    private final HomeTime home;

    ProgramController(
            ProgramOutcomes outcomes, Satisfaction satisfaction, MeasureTabs tabs, HomeTime home) {
        this.outcomes = outcomes;
        this.satisfaction = satisfaction;
        this.tabs = tabs;
        this.home = home;
    }

    @GetMapping("/measures/program")
    @Requires(value = Action.MEASURE_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(
            @RequestParam(defaultValue = "" + DAYS) int days, Permit permit, Frame frame) {
        var span = Math.clamp(days, 30, 730);
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("tabs", tabs.of(permit.actor(), "Program"));
        model.put("days", span);
        model.put("measured", outcomes.of(permit, span).stream().map(ProgramView::of).toList());
        return new ModelAndView("measures/program", model);
    }

    @GetMapping("/measures/feedback")
    @Requires(Action.MEASURE_VIEW)
    ModelAndView feedback(Permit permit, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("tabs", tabs.of(permit.actor(), "Feedback"));
        model.put("days", FEEDBACK_DAYS);
        model.put(
                "asked",
                satisfaction.asked(permit, FEEDBACK_DAYS).stream()
                        .map(FeedbackView.Rate::of)
                        .toList());
        var zone = home.zone();
        var today = home.today();
        model.put(
                "words",
                satisfaction.words(permit, FEEDBACK_DAYS).stream()
                        .map(one -> FeedbackView.Words.of(one, zone, today))
                        .toList());
        return new ModelAndView("measures/feedback", model);
    }

    @PostMapping("/measures/feedback/{measure}/reading")
    @Requires(Action.MEASURE_VIEW)
    String read(@PathVariable UUID measure, Permit permit) {
        satisfaction.read(permit, new care.trellis.measures.AdministrationId(measure));
        return "redirect:/measures/feedback";
    }
}
