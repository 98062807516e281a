package care.trellis.rules;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.ContractId;
import care.trellis.payers.LocalRules;
import care.trellis.payers.Payers;
import care.trellis.web.Frame;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The library of rules, one rule set, and what a contract changes in its own. */
@Controller
@RequestMapping("/rules")
class RulesController {

    private final Payers payers;
    private final LocalRules rules;
    private final RulesViews views;
    private final Access access;
    private final HomeTime home;

    RulesController(
            Payers payers, LocalRules rules, RulesViews views, Access access, HomeTime home) {
        this.payers = payers;
        this.rules = rules;
        this.views = views;
        this.access = access;
        this.home = home;
    }

    @GetMapping
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView library(Permit permit, Frame frame) {
        var view =
                views.library(
                        payers.contracts(permit), payers.all(permit), rules.all(permit), today());
        return new ModelAndView(
                "rules/library",
                Map.of("frame", frame, "view", view, "studio", mayPropose(permit)));
    }

    @GetMapping("/sets/{set}")
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView ruleSet(
            @PathVariable String set,
            @RequestParam(defaultValue = "") String version,
            Permit permit,
            Frame frame) {
        var view =
                views.ruleSet(set, version, payers.contracts(permit), payers.all(permit), today());
        if (view == null) {
            throw new NotFound();
        }
        return new ModelAndView("rules/ruleSet", Map.of("frame", frame, "view", view));
    }

    @GetMapping("/sets/{set}/file")
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView file(@PathVariable String set, @RequestParam String version, Frame frame) {
        var view = views.file(set, version);
        if (view == null || view.lines().isEmpty()) {
            throw new NotFound();
        }
        return new ModelAndView("rules/file", Map.of("frame", frame, "view", view));
    }

    @GetMapping("/contracts/{contract}")
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView contract(@PathVariable ContractId contract, Permit permit, Frame frame) {
        var view =
                views.contract(
                        payers.contract(permit, contract),
                        payers.all(permit),
                        rules.all(permit),
                        today(),
                        mayPropose(permit));
        return new ModelAndView(
                "rules/contract",
                Map.of("frame", frame, "view", view, "studio", mayPropose(permit)));
    }

    private boolean mayPropose(Permit permit) {
        return access.mayByRole(permit.actor(), Action.RULE_PROPOSE);
    }

    private LocalDate today() {
        return home.today();
    }
}
