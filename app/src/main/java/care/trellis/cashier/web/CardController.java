package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.CardPayments;
import care.trellis.cashier.CardProviders;
import care.trellis.cashier.CardSessionId;
import care.trellis.cashier.PracticeCards;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.Addresses;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletRequest;
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
    private final CardProviders providers;
    private final Clients clients;
    private final Addresses addresses;

    CardController(
            CardPayments cards, CardProviders providers, Clients clients, Addresses addresses) {
        this.cards = cards;
        this.providers = providers;
        this.clients = clients;
        this.addresses = addresses;
    }

    /**
     * To the provider's page: by a link that somebody presses, for a form may not send a browser to
     * another house (the policy of this program's pages forbids it).
     */
    @PostMapping("/clients/{client}/account/cards")
    @Requires(value = Action.CASHIER_TAKE, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView begin(
            Permit permit,
            Frame frame,
            HttpServletRequest request,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var amount = Amounts.required(form, "cardAmount");
        var path = "/clients/" + client.value();
        var back = path + "/account/cards/";
        var begun =
                form.wrong()
                        ? new Change.Refused<String>(form.problems())
                        : cards.begin(
                                permit,
                                form.key(),
                                client,
                                amount,
                                providers.practice().isPresent()
                                        ? back
                                        : addresses.of(request, back));
        if (begun instanceof Change.Done<String>(var address) && address.startsWith("/")) {
            return new ModelAndView("redirect:" + address);
        }
        var view =
                switch (begun) {
                    case Change.Done<String>(var address) ->
                            new CardView(
                                    path,
                                    clients.find(permit, client).person().shortName(),
                                    amount.text(),
                                    address,
                                    "/clients/" + client.value() + "/account/cards/" + form.key(),
                                    "");
                    case Change.Refused<String>(var problems) ->
                            new CardView(
                                    path,
                                    clients.find(permit, client).person().shortName(),
                                    "",
                                    "",
                                    "",
                                    problems.getFirst().message());
                };
        return new ModelAndView("cashier/card", Map.of("frame", frame, "view", view));
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
        return providers.practice().orElseThrow(NotFound::new);
    }
}
