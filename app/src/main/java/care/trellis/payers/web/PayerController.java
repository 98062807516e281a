package care.trellis.payers.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.payers.PayerDetails;
import care.trellis.payers.PayerId;
import care.trellis.payers.Payers;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Line;
import care.trellis.web.Saving;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Payers and what was agreed with them. */
@Controller
class PayerController {

    private final Payers payers;

    PayerController(Payers payers) {
        this.payers = payers;
    }

    @GetMapping("/settings/payers")
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame) {
        var contracts = payers.contracts(permit);
        var lines =
                payers.all(permit).stream()
                        .map(payer ->
                                Line.of(
                                        payer.details().name(),
                                        path(payer.id()),
                                        false,
                                        payer.details().payerCode(),
                                        contracts.stream()
                                                        .filter(it -> it.payer().equals(payer.id()))
                                                        .count()
                                                + " contracts"))
                        .toList();
        return new ModelAndView("payers/payers", Map.of("frame", frame, "lines", lines));
    }

    @GetMapping("/settings/payers/new")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView fresh(Frame frame) {
        return page(frame, Form.empty(), "", List.of());
    }

    @PostMapping("/settings/payers")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> payers.add(permit, form.key(), details(form)),
                (PayerId id) -> path(id),
                () -> page(frame, form, "", List.of()));
    }

    @GetMapping("/settings/payers/{payer}")
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView one(@PathVariable PayerId payer, Permit permit, Frame frame) {
        var found = payers.one(permit, payer).details();
        var form = Form.empty().with("name", found.name()).with("payerCode", found.payerCode());
        return page(frame, form, path(payer), contracts(permit, payer));
    }

    @PostMapping("/settings/payers/{payer}")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView change(
            @PathVariable PayerId payer,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> payers.change(permit, payer, details(form)),
                "/settings/payers",
                () -> page(frame, form, path(payer), contracts(permit, payer)));
    }

    private List<Line> contracts(Permit permit, PayerId payer) {
        return payers.contracts(permit).stream()
                .filter(it -> it.payer().equals(payer))
                .map(it ->
                        Line.of(
                                it.details().name(),
                                "/settings/contracts/" + it.id().value(),
                                false,
                                it.details().ruleSet(),
                                it.details().claimForm(),
                                Objects.toString(it.details().effectiveFrom(), "")))
                .toList();
    }

    private static ModelAndView page(Frame frame, Form form, String path, List<Line> contracts) {
        return new ModelAndView(
                "payers/payer",
                Map.of("frame", frame, "form", form, "path", path, "contracts", contracts));
    }

    private static PayerDetails details(Form form) {
        return new PayerDetails(form.value("name"), form.value("payerCode"));
    }

    private static String path(PayerId id) {
        return "/settings/payers/" + id.value();
    }
}
