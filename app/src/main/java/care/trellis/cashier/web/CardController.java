package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.CardPayments;
import care.trellis.cashier.CardProvider;
import care.trellis.cashier.CardSessionId;
import care.trellis.cashier.PracticeCards;
import care.trellis.clients.ClientId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A payment by card: to the provider's page and back. The stand-in's own page is here too. */
@Controller
class CardController {

    private final CardPayments cards;
    private final CardProvider provider;

    CardController(CardPayments cards, CardProvider provider) {
        this.cards = cards;
        this.provider = provider;
    }

    @PostMapping("/clients/{client}/account/cards")
    @Requires(value = Action.CASHIER_TAKE, client = "client", purpose = Permit.Purpose.PAYMENT)
    String begin(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var amount = Amounts.required(form, "cardAmount");
        var account = "/clients/" + client.value() + "/account";
        return switch (cards.begin(permit, form.key(), client, amount, account + "/cards/")) {
            case Change.Done<String>(var address) -> "redirect:" + address;
            case Change.Refused<String> ignored -> "redirect:" + account;
        };
    }

    /** Where the browser comes back to, whatever came of it. */
    @GetMapping("/clients/{client}/account/cards/{session}")
    @Requires(value = Action.CASHIER_TAKE, client = "client", purpose = Permit.Purpose.PAYMENT)
    String back(Permit permit, @PathVariable ClientId client, @PathVariable CardSessionId session) {
        cards.settle(permit, client, session);
        return "redirect:/clients/" + client.value() + "/account";
    }

    @GetMapping("/practice-cards/{session}")
    @Requires(value = Action.CASHIER_TAKE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView practice(Permit permit, Frame frame, @PathVariable CardSessionId session) {
        return new ModelAndView(
                "cashier/practice",
                Map.of(
                        "page",
                        frame.page("cashier", "Practice card page", ""),
                        "path",
                        "/practice-cards/" + session.value(),
                        "amount",
                        standIn().amount(session).text()));
    }

    @PostMapping("/practice-cards/{session}")
    @Requires(value = Action.CASHIER_TAKE, purpose = Permit.Purpose.PAYMENT)
    String press(Permit permit, @PathVariable CardSessionId session, @RequestParam boolean paid) {
        return "redirect:" + standIn().press(session, paid);
    }

    private PracticeCards standIn() {
        if (provider instanceof PracticeCards practice) {
            return practice;
        }
        throw new NotFound();
    }
}
