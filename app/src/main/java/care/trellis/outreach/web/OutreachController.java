package care.trellis.outreach.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.outreach.Absence;
import care.trellis.outreach.AbsenceId;
import care.trellis.outreach.Absences;
import care.trellis.outreach.Ladder.Step;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who was expected and is not here, and what is done about it. */
@Controller
@RequestMapping("/outreach")
class OutreachController {

    private static final String LIST = "redirect:/outreach";

    private final Absences absences;
    private final OutreachCards cards;
    private final Access access;

    OutreachController(Absences absences, OutreachCards cards, Access access) {
        this.absences = absences;
        this.cards = cards;
        this.access = access;
    }

    @GetMapping
    @Requires(Action.OUTREACH)
    @Transactional
    ModelAndView list(Permit permit, Frame frame) {
        return page(permit, frame, null, "");
    }

    @PostMapping("/texts")
    @Requires(Action.OUTREACH)
    ModelAndView textAll(Permit permit) {
        absences.textAll(permit);
        return new ModelAndView(LIST);
    }

    @PostMapping("/{absence}/owner")
    @Requires(Action.OUTREACH)
    ModelAndView take(Permit permit, @PathVariable AbsenceId absence) {
        absences.take(permit, absence);
        return new ModelAndView(LIST);
    }

    @PostMapping("/{absence}/text")
    @Requires(Action.OUTREACH)
    ModelAndView text(Permit permit, @PathVariable AbsenceId absence) {
        absences.text(permit, absence);
        return new ModelAndView(LIST);
    }

    @PostMapping("/{absence}/steps")
    @Requires(Action.OUTREACH)
    ModelAndView add(
            Permit permit,
            Frame frame,
            @PathVariable AbsenceId absence,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var added =
                absences.add(
                        permit,
                        form.key(),
                        absence,
                        form.choice("step", Step.CALL),
                        form.choice("result", Absence.Result.DONE),
                        form.value("words"),
                        form.ticked("consented"));
        return switch (added) {
            case Change.Done<Absence> _ -> new ModelAndView(LIST);
            case Change.Refused<Absence>(var problems) ->
                    Saving.refused(page(permit, frame, absence, problems.getFirst().message()));
        };
    }

    @PostMapping("/{absence}/outcome")
    @Requires(Action.OUTREACH)
    ModelAndView close(
            Permit permit,
            @PathVariable AbsenceId absence,
            @RequestParam MultiValueMap<String, String> sent) {
        absences.close(
                permit, absence, Form.typed(sent).choice("outcome", Absence.Outcome.EXPLAINED));
        return new ModelAndView(LIST);
    }

    private ModelAndView page(Permit permit, Frame frame, @Nullable AbsenceId wrong, String error) {
        boolean warns = access.mayByRole(permit.actor(), Action.RETENTION_VIEW);
        return new ModelAndView(
                "outreach/list",
                Map.of(
                        "page",
                        frame.page("outreach", "Outreach", "Expected, and not here"),
                        "view",
                        cards.of(permit, absences.list(permit), warns, wrong, error)));
    }
}
