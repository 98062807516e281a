package care.trellis.cashier.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.CardPayments;
import care.trellis.cashier.CardSessionId;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Payment;
import care.trellis.cashier.PaymentId;
import care.trellis.cashier.StatementId;
import care.trellis.cashier.Statements;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One client's account: what is owed by day, payments, receipts and statements. */
@Controller
@RequestMapping("/clients/{client}/account")
class AccountController {

    private final Cashier cashier;
    private final Statements statements;
    private final CardPayments cards;
    private final AccountPages pages;
    private final Clients clients;
    private final AccountPapers papers;
    private final Documents documents;
    private final Access access;

    AccountController(
            Cashier cashier,
            Statements statements,
            CardPayments cards,
            AccountPages pages,
            Clients clients,
            AccountPapers papers,
            Documents documents,
            Access access) {
        this.cashier = cashier;
        this.statements = statements;
        this.cards = cards;
        this.pages = pages;
        this.clients = clients;
        this.papers = papers;
        this.documents = documents;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView page(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Form.empty());
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Form form) {
        return new ModelAndView(
                "cashier/account",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        pages.account(
                                permit,
                                client,
                                form,
                                access.mayByRole(permit.actor(), Action.CASHIER_TAKE),
                                access.mayByRole(permit.actor(), Action.CASHIER_EDIT))));
    }

    @PostMapping("/payments")
    @Requires(value = Action.CASHIER_TAKE, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView take(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        var amount = Amounts.required(form, "amount");
        var on =
                form.requiredDate(
                        "receivedOn", clients.today(permit, client), "Enter when it was received.");
        return Saving.save(
                form,
                () ->
                        cashier.take(
                                permit,
                                key,
                                client,
                                amount,
                                form.choice("method", Payment.Method.CASH) == Payment.Method.CARD
                                        ? Payment.Method.CASH
                                        : form.choice("method", Payment.Method.CASH),
                                form.value("reference"),
                                on),
                "/clients/" + client.value() + "/account",
                () -> page(permit, frame, client, form));
    }

    @PostMapping("/payments/{payment}/reversal")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String reverse(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable PaymentId payment,
            @RequestParam Payment.Reversal why) {
        cashier.reverse(permit, client, payment, why);
        return "redirect:/clients/" + client.value() + "/account";
    }

    /** What a person found at the card provider of a payment that was in doubt. */
    @PostMapping("/cards/{session}/answer")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView lookedUp(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable CardSessionId session,
            @RequestParam boolean paid,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> cards.lookedUp(permit, client, session, paid, form.value("note")),
                "/clients/" + client.value() + "/account",
                () -> page(permit, frame, client, form));
    }

    @GetMapping("/payments/{payment}")
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> receipt(
            Permit permit, @PathVariable ClientId client, @PathVariable PaymentId payment) {
        var paid = cashier.payment(permit, client, payment);
        var account = cashier.account(permit, client);
        return documents.answer(
                "receipt-" + paid.number(),
                "cashier/receiptPaper",
                Map.of(
                        "head",
                        papers.head(permit, client),
                        "number",
                        String.valueOf(paid.number()),
                        "amount",
                        paid.amount().text(),
                        "how",
                        paid.method().label()
                                + (paid.reference().isEmpty() ? "" : ", " + paid.reference()),
                        "on",
                        When.day(paid.receivedOn()),
                        "by",
                        paid.by(),
                        "balance",
                        AccountPapers.balance(account.balance()),
                        "reversed",
                        paid.reversed() == null ? "" : paid.reversed().label()));
    }

    @PostMapping("/statements")
    @Requires(value = Action.CASHIER_TAKE, client = "client", purpose = Permit.Purpose.PAYMENT)
    String give(Permit permit, @PathVariable ClientId client, @RequestParam UUID key) {
        var id = papers.give(permit, key, client);
        return "redirect:/clients/%s/account/statements/%s".formatted(client.value(), id.value());
    }

    @GetMapping("/statements/{statement}")
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> statement(
            Permit permit, @PathVariable ClientId client, @PathVariable StatementId statement) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename("statement.pdf").build().toString())
                .body(statements.paper(permit, client, statement));
    }
}
