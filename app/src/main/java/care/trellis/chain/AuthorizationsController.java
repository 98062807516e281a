package care.trellis.chain;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Text;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.ContractId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Authorizations: what is due, what a client has, and the form that records a request or an answer.
 */
@Controller
class AuthorizationsController {

    private final Authorizations authorizations;
    private final AuthorizationsViews views;
    private final Worklist worklist;
    private final HomeTime home;

    AuthorizationsController(
            Authorizations authorizations,
            AuthorizationsViews views,
            Worklist worklist,
            HomeTime home) {
        this.authorizations = authorizations;
        this.views = views;
        this.worklist = worklist;
        this.home = home;
    }

    @GetMapping("/authorizations")
    @Requires(value = Action.AUTHORIZATION_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView worklist(
            Permit permit,
            Frame frame,
            @RequestParam(defaultValue = "14") int within,
            @RequestParam(defaultValue = "false") boolean saved) {
        return new ModelAndView(
                "chain/authorizations",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        worklist.of(permit, today(), Math.clamp(within, 1, 90), saved)));
    }

    @GetMapping("/clients/{client}/authorizations")
    @Requires(
            value = Action.AUTHORIZATION_VIEW,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView ofClient(Permit permit, Frame frame, @PathVariable ClientId client) {
        return new ModelAndView(
                "chain/clientAuthorizations",
                Map.of("frame", frame, "view", views.ofClient(permit, client)));
    }

    /** The list alone, for the chart to take in. */
    @GetMapping("/clients/{client}/authorizations/list")
    @Requires(
            value = Action.AUTHORIZATION_VIEW,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView part(Permit permit, @PathVariable ClientId client) {
        return new ModelAndView(
                "chain/authorizations/list", Map.of("view", views.ofClient(permit, client)));
    }

    @GetMapping("/clients/{client}/authorizations/new")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView blank(Permit permit, Frame frame, @PathVariable ClientId client) {
        var today = today();
        var form =
                Form.empty()
                        .with("key", Ids.next())
                        .with("kind", AuthorizationKind.INITIAL)
                        .with("unit", AuthorizationUnit.DAY)
                        .with("from", today)
                        .with("requestedOn", today)
                        .with("decidedOn", today)
                        .with("answer", "WAITING");
        return page(frame, views.form(permit, client, today, form));
    }

    @PostMapping("/clients/{client}/authorizations")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView record(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var today = today();
        var decided = new DecisionForm(form);
        var asked = asked(decided, today);
        var decision = decided.decision(asked.from(), asked.to(), today);
        return Saving.save(
                form,
                () ->
                        decision == null
                                ? authorizations.request(permit, client, asked, form.key())
                                : authorizations.record(
                                        permit, client, asked, decision, form.key()),
                list(client),
                () -> page(frame, views.form(permit, client, today, form)));
    }

    @GetMapping("/clients/{client}/authorizations/{authorization}")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView decisionForm(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization) {
        var found = authorizations.find(permit, client, authorization);
        var form = DecisionForm.onRecord(found, today());
        return page(frame, views.decisionForm(permit, found, form));
    }

    @PostMapping("/clients/{client}/authorizations/{authorization}/decision")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView decide(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization,
            @RequestParam MultiValueMap<String, String> sent) {
        var found = authorizations.find(permit, client, authorization);
        var form = Form.typed(sent);
        var typed = new DecisionForm(form);
        var decision = typed.decision(typed.from(found.from()), typed.to(found.to()), today());
        return Saving.save(
                form,
                () ->
                        decision == null
                                ? DecisionForm.unanswered()
                                : authorizations.decide(permit, client, authorization, decision),
                list(client),
                () -> page(frame, views.decisionForm(permit, found, form)));
    }

    private static AuthorizationRequest asked(DecisionForm typed, LocalDate today) {
        var form = typed.form();
        var contract = form.requiredId("contract", "Choose the contract that is asked.");
        var requestedOn = form.date("requestedOn");
        return new AuthorizationRequest(
                form.choice("kind", AuthorizationKind.INITIAL),
                new ContractId(contract == null ? form.key() : contract),
                Text.clean(form.value("procedureCode")),
                typed.unit(),
                form.whole("units"),
                typed.from(today),
                typed.to(today),
                requestedOn == null ? today : requestedOn,
                null);
    }

    private static ModelAndView page(Frame frame, AuthorizationFormView view) {
        return new ModelAndView("chain/authorizationForm", Map.of("frame", frame, "view", view));
    }

    private static String list(ClientId client) {
        return "/clients/" + client.value() + "/authorizations";
    }

    private LocalDate today() {
        return home.today();
    }
}
