package care.trellis.cashier.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.Agreement;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Determination;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Poverty;
import care.trellis.cashier.Silence;
import care.trellis.cashier.Statements;
import care.trellis.cashier.Wish;
import care.trellis.cashier.Wishes;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import care.trellis.clients.RestrictionId;
import care.trellis.clients.Restrictions;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What hangs on an account: a fee by income, a plan, what goes back or up, and silent days. */
@Controller
@RequestMapping("/clients/{client}/account")
class TermsController {

    private final Cashier cashier;
    private final Fees fees;
    private final Statements statements;
    private final Wishes wishes;
    private final Silence silence;
    private final Restrictions restrictions;
    private final Coverages coverages;
    private final Poverty poverty;
    private final Clients clients;
    private final Access access;

    TermsController(
            Cashier cashier,
            Fees fees,
            Statements statements,
            Wishes wishes,
            Silence silence,
            Restrictions restrictions,
            Coverages coverages,
            Poverty poverty,
            Clients clients,
            Access access) {
        this.cashier = cashier;
        this.fees = fees;
        this.statements = statements;
        this.wishes = wishes;
        this.silence = silence;
        this.restrictions = restrictions;
        this.coverages = coverages;
        this.poverty = poverty;
        this.clients = clients;
        this.access = access;
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
        return page(
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
                        choices(
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
        return page(
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
                        choices(
                                withDay,
                                "every",
                                Agreement.Every.values(),
                                Agreement.Every::label)),
                List.of(
                        cashier.account(permit, client).balance().text(),
                        holds.isPresent()
                                ? "/clients/" + client.value() + "/account/plan/end"
                                : ""));
    }

    @GetMapping("/requests")
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView requests(Permit permit, Frame frame, @PathVariable ClientId client) {
        return requests(permit, frame, client, Form.empty());
    }

    @PostMapping("/requests")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        var amount = Amounts.required(form, "amount");
        return Saving.save(
                form,
                () ->
                        wishes.ask(
                                permit,
                                key,
                                client,
                                form.choice("kind", Wish.Kind.REFUND),
                                amount,
                                form.value("reason")),
                "/clients/" + client.value() + "/account/requests",
                () -> requests(permit, frame, client, form));
    }

    private ModelAndView requests(Permit permit, Frame frame, ClientId client, Form form) {
        var account = cashier.account(permit, client);
        return page(
                permit,
                frame,
                "cashier/requests",
                client,
                wishes.of(permit, client).stream()
                        .map(one ->
                                new TermsView.Line(
                                        AccountPages.words(one),
                                        one.reason() + " Asked by " + one.askedBy() + ".",
                                        one.approved() == null
                                                ? "Waits for a second person"
                                                : one.approved() ? "Done" : "Refused",
                                        ""))
                        .toList(),
                form,
                List.of(choices(form, "kind", Wish.Kind.values(), Wish.Kind::label)),
                List.of(
                        "Owed: %s. Credit: %s."
                                .formatted(
                                        account.balance().cents() < 0
                                                ? "nothing"
                                                : account.balance().text(),
                                        account.credit().text()),
                        fees.policy(permit)
                                .map(one ->
                                        ("Above %s a second person agrees. A debt is given up after %d"
                                                        + " statements and %d days.")
                                                .formatted(
                                                        one.secondAbove().text(),
                                                        one.statementsBefore(),
                                                        one.daysBefore()))
                                .orElse("Without a policy a second person agrees to everything.")));
    }

    @GetMapping("/silence")
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView silence(Permit permit, Frame frame, @PathVariable ClientId client) {
        return silence(permit, frame, client, Form.empty());
    }

    @PostMapping("/silence")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView keepSilent(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        var coverage =
                coverages.of(permit, client).stream()
                        .map(one -> one.id())
                        .filter(id -> id.value().toString().equals(form.value("coverage")))
                        .findFirst();
        var from = form.date("from");
        var to = form.date("to");
        return Saving.save(
                form,
                () -> silence.ask(permit, key, client, coverage.orElse(null), from, to),
                "/clients/" + client.value() + "/account/silence",
                () -> silence(permit, frame, client, form));
    }

    @PostMapping("/silence/{restriction}/end")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String lift(
            Permit permit, @PathVariable ClientId client, @PathVariable RestrictionId restriction) {
        restrictions.lift(permit, client, restriction);
        return "redirect:/clients/" + client.value() + "/account/silence";
    }

    private ModelAndView silence(Permit permit, Frame frame, ClientId client, Form form) {
        Map<CoverageId, String> payers = new LinkedHashMap<>();
        coverages.of(permit, client).forEach(one -> payers.put(one.id(), one.terms().payerName()));
        var labels = new LinkedHashMap<String, String>();
        payers.forEach((id, payer) -> labels.put(id.value().toString(), payer));
        return page(
                permit,
                frame,
                "cashier/silence",
                client,
                restrictions.of(permit, client).stream()
                        .map(one ->
                                new TermsView.Line(
                                        AccountPages.words(one, payers),
                                        "Asked "
                                                + When.day(one.askedOn())
                                                + ", kept by "
                                                + one.by(),
                                        one.lifted() ? "Lifted" : "In force",
                                        one.lifted()
                                                ? ""
                                                : "/clients/%s/account/silence/%s/end"
                                                        .formatted(
                                                                client.value(), one.id().value())))
                        .toList(),
                form,
                List.of(form.choices("coverage", "Every payer", labels)),
                List.of());
    }

    private ModelAndView page(
            Permit permit,
            Frame frame,
            String template,
            ClientId client,
            List<TermsView.Line> lines,
            Form form,
            List<List<Choice>> choices,
            List<String> words) {
        return new ModelAndView(
                template,
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new TermsView(
                                "/clients/" + client.value(),
                                clients.find(permit, client).person().shortName(),
                                access.mayByRole(permit.actor(), Action.CASHIER_EDIT),
                                lines,
                                form,
                                choices,
                                words)));
    }

    private static <E extends Enum<E>> List<Choice> choices(
            Form form, String field, E[] values, Function<E, String> label) {
        return form.choices(
                field,
                Arrays.stream(values)
                        .collect(
                                Collectors.toMap(
                                        Enum::name,
                                        label,
                                        (one, other) -> Objects.requireNonNull(one),
                                        LinkedHashMap::new)));
    }
}
