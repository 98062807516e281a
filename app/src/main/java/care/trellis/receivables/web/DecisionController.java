package care.trellis.receivables.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.receivables.DecisionId;
import care.trellis.receivables.Decisions;
import care.trellis.receivables.Denials;
import care.trellis.receivables.Outcome;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one person asked to give up and another one answers. */
@Controller
@RequestMapping("/denials/decisions")
class DecisionController {

    private final Decisions decisions;
    private final Denials denials;
    private final Access access;

    DecisionController(Decisions decisions, Denials denials, Access access) {
        this.decisions = decisions;
        this.denials = denials;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.DENIAL_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame) {
        return page(permit, frame, "");
    }

    private ModelAndView page(Permit permit, Frame frame, String problem) {
        var see =
                access.decide(permit.actor(), Action.DENIAL_VIEW, Permit.Purpose.PAYMENT, null)
                        .orElseThrow();
        List<DecisionView> rows = decisions.waiting(see).stream().map(DecisionView::of).toList();
        var model =
                Map.<String, Object>of(
                        "page",
                        frame.page("denials", "Denials", ""),
                        "tabs",
                        WorklistViews.tabs(denials.worklist(see), "decisions"),
                        "rows",
                        rows,
                        "mayAnswer",
                        access.mayByRole(permit.actor(), Action.WRITE_OFF_APPROVE),
                        "problem",
                        problem);
        return problem.isEmpty()
                ? new ModelAndView("receivables/decisions", model)
                : Saving.refused(new ModelAndView("receivables/decisions", model));
    }

    @PostMapping("/{decision}")
    @Requires(value = Action.WRITE_OFF_APPROVE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView answer(
            Permit permit,
            Frame frame,
            @PathVariable DecisionId decision,
            @RequestParam boolean approved) {
        return switch (decisions.answer(permit, decision, approved)) {
            case Outcome.Done ignored -> new ModelAndView("redirect:/denials/decisions");
            case Outcome.Refused(var why) -> page(permit, frame, why);
        };
    }
}
