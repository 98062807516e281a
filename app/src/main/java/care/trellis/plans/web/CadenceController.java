package care.trellis.plans.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractId;
import care.trellis.plans.Cadence;
import care.trellis.plans.Reviews;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: how soon plans are due, by program and payer, and which are due now. */
@Controller
@RequestMapping("/settings/reviews")
class CadenceController {

    private static final int WEEK = 7;

    private final Reviews reviews;
    private final HomeTime home;
    private final Access access;

    CadenceController(Reviews reviews, HomeTime home, Access access) {
        this.reviews = reviews;
        this.home = home;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        return page(permit, frame, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView rule(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var program = form.requiredId("program", "Choose the program.");
        int first = form.requiredWhole("first");
        int review = form.requiredWhole("review");
        return Saving.save(
                form,
                () -> save(permit, program, form.value("contract"), first, review),
                "/settings/reviews",
                () -> page(permit, frame, form));
    }

    @PostMapping("/removal")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.OPERATIONS)
    String drop(
            Permit permit,
            @RequestParam UUID program,
            @RequestParam(defaultValue = "") String contract) {
        reviews.drop(permit, new ProgramId(program), contract(contract));
        return "redirect:/settings/reviews";
    }

    private Change<Boolean> save(
            Permit permit, @Nullable UUID program, String contract, int first, int review) {
        var problems =
                new Problems()
                        .require(first >= 1 && first <= 60, "first", "DAYS", "Enter 1 to 60 days.")
                        .require(
                                review >= 1 && review <= 365,
                                "review",
                                "DAYS",
                                "Enter 1 to 365 days.");
        if (!problems.none()) {
            return problems.refused();
        }
        reviews.rule(
                permit,
                new ProgramId(Objects.requireNonNull(program)),
                contract(contract),
                new Cadence(first, review));
        return new Change.Done<>(true);
    }

    private ModelAndView page(Permit permit, Frame frame, Form form) {
        var choices = reviews.choices(permit);
        var today = home.today();
        return new ModelAndView(
                "plans/cadence",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new CadenceView(
                                "%d days to the first plan, then every %d days"
                                        .formatted(
                                                Cadence.DEFAULT.firstDays(),
                                                Cadence.DEFAULT.reviewDays()),
                                reviews.rules(permit).stream()
                                        .map(CadenceController::rule)
                                        .toList(),
                                access.mayByRole(permit.actor(), Action.CONTRACT_EDIT),
                                form,
                                form.choices("program", "Choose …", choices.programs()),
                                form.choices("contract", "Every payer", choices.contracts()),
                                reviews.due(permit, today.plusDays(WEEK)).stream()
                                        .map(one -> due(one, today))
                                        .toList())));
    }

    private static CadenceView.Rule rule(Reviews.Rule rule) {
        var contract = rule.contract();
        return new CadenceView.Rule(
                rule.programName(),
                rule.program().value().toString(),
                contract == null ? "Every payer" : rule.contractName(),
                contract == null ? "" : contract.value().toString(),
                rule.cadence().firstDays() + " days",
                "every " + rule.cadence().reviewDays() + " days");
    }

    private static CadenceView.Due due(Reviews.Due one, LocalDate today) {
        boolean late = one.on().isBefore(today);
        return new CadenceView.Due(
                one.name(),
                "/clients/" + one.client() + "/plan",
                one.first() ? "First plan" : "Review",
                When.day(one.on()),
                late ? "Overdue" : "Due",
                late ? Tone.BAD : Tone.WATCH);
    }

    private static @Nullable ContractId contract(String typed) {
        return typed.isEmpty() ? null : new ContractId(UUID.fromString(typed));
    }
}
