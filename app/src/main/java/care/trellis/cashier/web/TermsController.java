package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.Agreement;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Determination;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Poverty;
import care.trellis.cashier.Statements;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was agreed with a client: the fee that follows from income, and a payment plan. */
@Controller
@RequestMapping("/clients/{client}/account")
class TermsController {

    private final Cashier cashier;
    private final Fees fees;
    private final Statements statements;
    private final Poverty poverty;
    private final Clients clients;
    private final TermsPages pages;

    TermsController(
            Cashier cashier,
            Fees fees,
            Statements statements,
            Poverty poverty,
            Clients clients,
            TermsPages pages) {
        this.cashier = cashier;
        this.fees = fees;
        this.statements = statements;
        this.poverty = poverty;
        this.clients = clients;
        this.pages = pages;
    }

    @GetMapping("/fee")
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView fee(Permit permit, Frame frame, @PathVariable ClientId client) {
        return fee(permit, frame, client, Form.empty().with("household", 1));
    }

    @PostMapping("/fee")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView determine(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        var said =
                new Fees.Income(
                        form.requiredWhole("household"),
                        Amounts.required(form, "income"),
                        form.value("region"),
                        form.choice("proof", Determination.Proof.STATEMENT),
                        form.value("words"));
        var from = form.requiredDate("from", clients.today(permit, client), "Enter the first day.");
        return Saving.save(
                form,
                () -> fees.determine(permit, key, client, said, from),
                "/clients/" + client.value() + "/account/fee",
                () -> fee(permit, frame, client, form));
    }

    private ModelAndView fee(Permit permit, Frame frame, ClientId client, Form form) {
        var today = clients.today(permit, client);
        var guideline = poverty.on(today);
        var policy = fees.policy(permit);
        var withDay = form.value("from").isEmpty() ? form.with("from", today) : form;
        var words =
                policy.map(one ->
                                one.classes().stream()
                                                .map(step ->
                                                        "Up to %d %% of the guideline: %s a day"
                                                                .formatted(
                                                                        step.upTo(),
                                                                        one.dayAt(step.pays())
                                                                                .text()))
                                                .collect(Collectors.joining("; "))
                                        + "; above: "
                                        + one.dayRate().text()
                                        + ".")
                        .orElse("No policy is set: the director sets it first.");
        return pages.page(
                permit,
                frame,
                "cashier/fee",
                client,
                fees.of(permit, client).stream()
                        .map(one ->
                                new TermsView.Line(
                                        AccountPages.fee(one),
                                        "Household of %d, %s a year, %d %% of the %d guideline; %s. %s"
                                                .formatted(
                                                        one.household(),
                                                        one.income().text(),
                                                        one.percent(),
                                                        one.year(),
                                                        one.proof().label(),
                                                        one.words()),
                                        one.holds(today) ? "In force" : "Ended",
                                        ""))
                        .toList(),
                withDay,
                List.of(
                        withDay.choices("region", poverty.regions()),
                        TermsPages.choices(
                                withDay,
                                "proof",
                                Determination.Proof.values(),
                                Determination.Proof::label)),
                List.of(words, guideline.source() + ", " + guideline.year()));
    }

    @GetMapping("/plan")
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView plan(Permit permit, Frame frame, @PathVariable ClientId client) {
        return plan(permit, frame, client, Form.empty().with("parts", 4));
    }

    @PostMapping("/plan")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView agree(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        int parts = form.requiredWhole("parts");
        var first =
                form.requiredDate(
                        "first",
                        clients.today(permit, client),
                        "Enter when the first part is due.");
        return Saving.save(
                form,
                () ->
                        statements.agree(
                                permit,
                                key,
                                client,
                                parts,
                                form.choice("every", Agreement.Every.MONTH),
                                first),
                "/clients/" + client.value() + "/account/plan",
                () -> plan(permit, frame, client, form));
    }

    @PostMapping("/plan/end")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String endPlan(Permit permit, @PathVariable ClientId client) {
        statements.endPlan(permit, client);
        return "redirect:/clients/" + client.value() + "/account/plan";
    }

    private ModelAndView plan(Permit permit, Frame frame, ClientId client, Form form) {
        var today = clients.today(permit, client);
        var withDay = form.value("first").isEmpty() ? form.with("first", today.plusWeeks(2)) : form;
        var holds = statements.plan(permit, client);
        var balance = cashier.account(permit, client).balance();
        return pages.page(
                permit,
                frame,
                "cashier/plan",
                client,
                holds.map(plan ->
                                plan.schedule().stream()
                                        .map(part ->
                                                new TermsView.Line(
                                                        When.day(part.due()),
                                                        "",
                                                        part.amount().text(),
                                                        ""))
                                        .toList())
                        .orElse(List.of()),
                withDay,
                List.of(
                        TermsPages.choices(
                                withDay,
                                "every",
                                Agreement.Every.values(),
                                Agreement.Every::label)),
                List.of(
                        balance.cents() > 0 ? balance.text() : "",
                        holds.isPresent()
                                ? "/clients/" + client.value() + "/account/plan/end"
                                : ""));
    }
}
