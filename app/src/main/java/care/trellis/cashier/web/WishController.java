package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Wish;
import care.trellis.cashier.Wishes;
import care.trellis.clients.ClientId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What of a client's money goes back or is given up: asked here, answered at the cashier's list.
 */
@Controller
@RequestMapping("/clients/{client}/account")
class WishController {

    private final Cashier cashier;
    private final Fees fees;
    private final Wishes wishes;
    private final TermsPages pages;

    WishController(Cashier cashier, Fees fees, Wishes wishes, TermsPages pages) {
        this.cashier = cashier;
        this.fees = fees;
        this.wishes = wishes;
        this.pages = pages;
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
        return pages.page(
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
                List.of(TermsPages.choices(form, "kind", Wish.Kind.values(), Wish.Kind::label)),
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
}
