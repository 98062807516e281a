package care.trellis.chain;

import care.trellis.authorizations.Criteria;
import care.trellis.authorizations.ReviewTerms;
import care.trellis.authorizations.Reviews;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Text;
import care.trellis.payers.ContractId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a payer decides under one contract: its clocks, whom to call, what it asks. */
@Controller
@RequestMapping("/authorizations/payers/{contract}")
class TermsController {

    private final Reviews reviews;

    TermsController(Reviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    @Requires(value = Action.AUTHORIZATION_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView terms(Permit permit, Frame frame, @PathVariable ContractId contract) {
        var terms = find(permit, contract);
        return page(
                frame,
                terms,
                Form.empty()
                        .with("decisionHours", terms.decisionHours())
                        .with("peerDays", terms.peerDays())
                        .with("appealDays", terms.appealDays())
                        .with("criteria", terms.criteria())
                        .with("phone", terms.phone())
                        .with("portal", terms.portal())
                        .with("script", terms.script()));
    }

    @PostMapping
    @Requires(value = Action.AUTHORIZATION_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView save(
            Permit permit,
            Frame frame,
            @PathVariable ContractId contract,
            @RequestParam MultiValueMap<String, String> sent) {
        var terms = find(permit, contract);
        var form = Form.typed(sent);
        var typed =
                new ReviewTerms(
                        contract,
                        terms.payer(),
                        terms.regime(),
                        form.requiredWhole("decisionHours"),
                        form.requiredWhole("peerDays"),
                        form.requiredWhole("appealDays"),
                        form.choice("criteria", Criteria.class),
                        Text.clean(form.value("phone")),
                        Text.clean(form.value("portal")),
                        Text.clean(form.value("script")),
                        true);
        return Saving.save(
                form,
                () -> reviews.setTerms(permit, typed),
                "/authorizations",
                () -> page(frame, terms, form));
    }

    private ReviewTerms find(Permit permit, ContractId contract) {
        var terms = reviews.terms(permit, List.of(contract)).get(contract);
        if (terms == null) {
            throw new NotFound();
        }
        return terms;
    }

    private static ModelAndView page(Frame frame, ReviewTerms terms, Form form) {
        var criteria = new LinkedHashMap<String, String>();
        for (var one : Criteria.values()) {
            criteria.put(one.name(), one.label());
        }
        return new ModelAndView(
                "chain/terms",
                Map.of(
                        "frame",
                        frame,
                        "payer",
                        terms.payer(),
                        "path",
                        "/authorizations/payers/" + terms.contract().value(),
                        "law",
                        terms.regime().source(),
                        "criteria",
                        form.choices("criteria", "By the client's diagnosis", criteria),
                        "form",
                        form));
    }
}
