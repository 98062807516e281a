package care.trellis.cashier.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.CardDoubt;
import care.trellis.cashier.CardPayments;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Policy;
import care.trellis.cashier.RequestId;
import care.trellis.cashier.Statements;
import care.trellis.cashier.Wishes;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The cashier's list, what waits for a second person, and the rules that hold for everybody. */
@Controller
@RequestMapping("/cashier")
class CashierController {

    private static final int CLASSES = 5;

    private final Cashier cashier;
    private final Wishes wishes;
    private final CardPayments cards;
    private final Fees fees;
    private final Statements statements;
    private final HomeTime home;
    private final Access access;

    CashierController(
            Cashier cashier,
            Wishes wishes,
            CardPayments cards,
            Fees fees,
            Statements statements,
            HomeTime home,
            Access access) {
        this.cashier = cashier;
        this.wishes = wishes;
        this.cards = cards;
        this.fees = fees;
        this.statements = statements;
        this.home = home;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CASHIER_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame) {
        return list(permit, frame, "");
    }

    @PostMapping("/requests/{request}")
    @Requires(value = Action.WRITE_OFF_APPROVE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView answer(
            Permit permit,
            Frame frame,
            @PathVariable RequestId request,
            @RequestParam boolean approved) {
        return switch (wishes.answer(permit, request, approved)) {
            case Change.Done<RequestId> ignored -> new ModelAndView("redirect:/cashier");
            case Change.Refused<RequestId>(var problems) ->
                    Saving.refused(
                            list(
                                    access.decide(
                                                    permit.actor(),
                                                    Action.CASHIER_VIEW,
                                                    Permit.Purpose.PAYMENT,
                                                    null)
                                            .orElseThrow(),
                                    frame,
                                    problems.getFirst().message()));
        };
    }

    private ModelAndView list(Permit permit, Frame frame, String problem) {
        var owing = cashier.owing(permit);
        var today = home.today();
        var latest = statements.latest(permit, owing.stream().map(Cashier.Owing::client).toList());
        long owed = owing.stream().mapToLong(one -> Math.max(0, one.balance().cents())).sum();
        long credit = owing.stream().mapToLong(one -> Math.max(0, -one.balance().cents())).sum();
        var rows = owing.stream().map(one -> row(one, latest.get(one.client()), today)).toList();
        return new ModelAndView(
                "cashier/cashier",
                Map.of(
                        "page",
                        frame.page("cashier", "Cashier", ""),
                        "view",
                        new CashierView(
                                new Money(owed).text(),
                                new Money(credit).text(),
                                String.valueOf(
                                        rows.stream()
                                                .filter(row -> row.tone() == Tone.WATCH)
                                                .count()),
                                rows,
                                wishes.waiting(permit).stream()
                                        .map(one ->
                                                new CashierView.Asked(
                                                        one.name(),
                                                        "/clients/"
                                                                + one.client().value()
                                                                + "/account/requests",
                                                        "/cashier/requests/" + one.id().value(),
                                                        AccountPages.words(one),
                                                        one.reason(),
                                                        one.askedBy(),
                                                        one.mine()))
                                        .toList(),
                                cards.doubtful(permit).stream()
                                        .map(one -> doubt(one, home.zone()))
                                        .toList(),
                                access.mayByRole(permit.actor(), Action.WRITE_OFF_APPROVE),
                                access.mayByRole(permit.actor(), Action.CASHIER_POLICY),
                                fees.policy(permit).isEmpty(),
                                problem)));
    }

    private static CashierView.Doubt doubt(CardDoubt one, ZoneId zone) {
        return new CashierView.Doubt(
                one.name(),
                "/clients/" + one.client().value() + "/account#doubts",
                one.amount().text(),
                When.time(one.begunAt(), zone),
                one.why().label());
    }

    private static CashierView.Row row(
            Cashier.Owing one, @Nullable LocalDate statement, LocalDate today) {
        boolean credit = one.balance().cents() < 0;
        boolean due =
                !credit
                        && (statement == null
                                || !statement.plusDays(Statements.EVERY_DAYS).isAfter(today));
        return new CashierView.Row(
                one.name(),
                "/clients/" + one.client().value() + "/account",
                one.balance().text(),
                statement == null ? "Never" : When.day(statement),
                credit ? "Credit" : due ? "Statement due" : "Current",
                credit ? Tone.INFO : due ? Tone.WATCH : Tone.GOOD);
    }

    @GetMapping("/policy")
    @Requires(value = Action.CASHIER_POLICY, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView policy(Permit permit, Frame frame) {
        var today = home.today();
        var policy = fees.policy(permit).orElseGet(() -> Policy.usual(today));
        var form =
                Form.empty()
                        .with("from", today)
                        .with("dayRate", policy.dayRate().dollars().toPlainString())
                        .with("nominal", policy.nominal().dollars().toPlainString())
                        .with("secondAbove", policy.secondAbove().dollars().toPlainString())
                        .with("statements", policy.statementsBefore())
                        .with("days", policy.daysBefore())
                        .with("shares", policy.shares());
        for (int i = 0; i < policy.classes().size(); i++) {
            form.with("upTo" + i, policy.classes().get(i).upTo())
                    .with("pays" + i, policy.classes().get(i).pays());
        }
        return policy(frame, form);
    }

    @PostMapping("/policy")
    @Requires(value = Action.CASHIER_POLICY, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView set(Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        List<Policy.FeeClass> classes = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            var upTo = form.whole("upTo" + i);
            var pays = form.whole("pays" + i);
            if (upTo != null && pays != null) {
                classes.add(new Policy.FeeClass(upTo, pays));
            }
        }
        var policy =
                new Policy(
                        null,
                        form.requiredDate("from", home.today(), "Enter the first day."),
                        Amounts.required(form, "dayRate"),
                        classes,
                        Amounts.required(form, "nominal"),
                        Amounts.required(form, "secondAbove"),
                        form.requiredWhole("statements"),
                        form.requiredWhole("days"),
                        form.ticked("shares"));
        return Saving.save(
                form, () -> fees.set(permit, key, policy), "/cashier", () -> policy(frame, form));
    }

    private static ModelAndView policy(Frame frame, Form form) {
        return new ModelAndView(
                "cashier/policy",
                Map.of("page", frame.page("cashier", "Rules of clients' money", ""), "form", form));
    }
}
