package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.Exemption;
import care.trellis.cashier.ExemptionId;
import care.trellis.cashier.Exemptions;
import care.trellis.clients.ClientId;
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

/** Cost sharing of Medicare that may not be asked of the client. */
@Controller
@RequestMapping("/clients/{client}/account/exemptions")
class ExemptionController {

    private final Exemptions exemptions;
    private final TermsPages pages;

    ExemptionController(Exemptions exemptions, TermsPages pages) {
        this.exemptions = exemptions;
        this.pages = pages;
    }

    @GetMapping
    @Requires(value = Action.CASHIER_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView page(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView add(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        var coverage = pages.coverage(permit, client, form);
        var from = form.date("from");
        var to = form.date("to");
        var source = form.choice("source", Exemption.Source.PAYER_ANSWER);
        return Saving.save(
                form,
                () -> exemptions.add(permit, key, client, coverage.orElse(null), from, to, source),
                path(client),
                () -> page(permit, frame, client, form));
    }

    @PostMapping("/{exemption}/end")
    @Requires(value = Action.CASHIER_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String lift(Permit permit, @PathVariable ClientId client, @PathVariable ExemptionId exemption) {
        exemptions.lift(permit, client, exemption);
        return "redirect:" + path(client);
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Form form) {
        var payers = pages.payers(permit, client);
        return pages.page(
                permit,
                frame,
                "cashier/exemption",
                client,
                exemptions.of(permit, client).stream()
                        .map(one ->
                                new TermsView.Line(
                                        AccountWords.period(
                                                payers.getOrDefault(one.coverage(), "A coverage"),
                                                one.from(),
                                                one.to()),
                                        one.source().label() + ", kept by " + one.by(),
                                        one.lifted() ? "Lifted" : "In force",
                                        one.lifted()
                                                ? ""
                                                : path(client) + "/" + one.id().value() + "/end"))
                        .toList(),
                form,
                List.of(
                        TermsPages.coverages(form, "Choose the coverage", payers),
                        TermsPages.choices(
                                form,
                                "source",
                                Exemption.Source.values(),
                                Exemption.Source::label)),
                exemptions
                        .said(permit, client)
                        .map(day ->
                                List.of(
                                        "Medicare said so with its answer for "
                                                + When.day(day)
                                                + "."))
                        .orElse(List.of()));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/account/exemptions";
    }
}
