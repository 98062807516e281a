package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.Silence;
import care.trellis.clients.ClientId;
import care.trellis.clients.RestrictionId;
import care.trellis.clients.Restrictions;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Days that the client pays and that no payer hears of. */
@Controller
@RequestMapping("/clients/{client}/account")
class SilenceController {

    private final Silence silence;
    private final Restrictions restrictions;
    private final TermsPages pages;

    SilenceController(Silence silence, Restrictions restrictions, TermsPages pages) {
        this.silence = silence;
        this.restrictions = restrictions;
        this.pages = pages;
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
        var coverage = pages.coverage(permit, client, form);
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
        var payers = pages.payers(permit, client);
        return pages.page(
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
                List.of(TermsPages.coverages(form, "Every payer", payers)),
                List.of());
    }
}
