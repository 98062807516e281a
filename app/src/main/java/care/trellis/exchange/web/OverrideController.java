package care.trellis.exchange.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.exchange.ArrivalId;
import care.trellis.exchange.OverrideRequests;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A payment that repeats the number of another one: one person asks, another one answers. */
@Controller
@RequestMapping("/exchange")
class OverrideController {

    private final OverrideRequests overrides;
    private final ExchangePages pages;
    private final Access access;

    OverrideController(OverrideRequests overrides, ExchangePages pages, Access access) {
        this.overrides = overrides;
        this.pages = pages;
        this.access = access;
    }

    @PostMapping("/{arrival}/override")
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @PathVariable ArrivalId arrival,
            @RequestParam UUID key,
            @RequestParam String reason) {
        return answered(permit, frame, overrides.ask(permit, key, arrival, reason));
    }

    @PostMapping("/overrides/{override}/answer")
    @Requires(value = Action.WRITE_OFF_APPROVE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView answer(
            Permit permit, Frame frame, @PathVariable UUID override, @RequestParam boolean post) {
        return answered(permit, frame, overrides.answer(permit, override, post));
    }

    @PostMapping("/overrides/{override}/withdraw")
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    String withdraw(Permit permit, @PathVariable UUID override) {
        overrides.withdraw(permit, override);
        return "redirect:/exchange";
    }

    private ModelAndView answered(Permit permit, Frame frame, Change<UUID> change) {
        return switch (change) {
            case Change.Done<UUID> done -> new ModelAndView("redirect:/exchange");
            case Change.Refused<UUID>(var problems) ->
                    Saving.refused(
                            pages.list(
                                    access.decide(
                                                    permit.actor(),
                                                    Action.REMITTANCE_VIEW,
                                                    Permit.Purpose.PAYMENT,
                                                    null)
                                            .orElseThrow(),
                                    frame,
                                    problems.getFirst().message()));
        };
    }
}
