package care.trellis.payers.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.ContractId;
import care.trellis.payers.IncomeTerm;
import care.trellis.payers.IncomeTerms;
import care.trellis.payers.Payers;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether one contract lets fees by income lower what its payer leaves to clients. */
@Controller
@RequestMapping("/settings/contracts/{contract}/income")
class IncomeTermController {

    private final IncomeTerms terms;
    private final Payers payers;
    private final HomeTime home;

    IncomeTermController(IncomeTerms terms, Payers payers, HomeTime home) {
        this.terms = terms;
        this.payers = payers;
        this.home = home;
    }

    @GetMapping
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView page(@PathVariable ContractId contract, Permit permit, Frame frame) {
        return page(permit, frame, contract, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView set(
            @PathVariable ContractId contract,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        var from = form.date("from");
        return Saving.save(
                form,
                () -> terms.set(permit, form.key(), contract, form.ticked("allowed"), from),
                path(contract) + "/income",
                () -> page(permit, frame, contract, form));
    }

    private ModelAndView page(Permit permit, Frame frame, ContractId contract, Form form) {
        var view =
                new IncomeTermView(
                        path(contract),
                        payers.contract(permit, contract).details().name(),
                        terms.of(permit, contract).stream().map(this::line).toList());
        return new ModelAndView(
                "payers/income", Map.of("frame", frame, "form", form, "view", view));
    }

    private IncomeTermView.Line line(IncomeTerm term) {
        return new IncomeTermView.Line(
                When.day(term.from()),
                term.allowed() ? "Taken off by income" : "Stays as it is",
                term.allowed() ? Tone.GOOD : Tone.INFO,
                When.time(term.at(), home.zone()) + ", by " + term.by());
    }

    private static String path(ContractId contract) {
        return "/settings/contracts/" + contract.value();
    }
}
