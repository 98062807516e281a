package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.base.Text;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
    private final JoinedRecords records;
    private final Clock clock;

    AuthorizationsController(
            Authorizations authorizations,
            AuthorizationsViews views,
            Worklist worklist,
            JoinedRecords records,
            Clock clock) {
        this.authorizations = authorizations;
        this.views = views;
        this.worklist = worklist;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/authorizations")
    @Requires(value = Action.AUTHORIZATION_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView worklist(
            Permit permit, Frame frame, @RequestParam(defaultValue = "14") int within) {
        return new ModelAndView(
                "chain/authorizations",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        worklist.of(permit, today(permit), Math.clamp(within, 1, 90))));
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
        var today = today(permit);
        var form =
                Form.empty()
                        .with("key", Ids.next())
                        .with("kind", AuthorizationKind.INITIAL)
                        .with("unit", AuthorizationUnit.DAY)
                        .with("from", today)
                        .with("requestedOn", today)
                        .with("decidedOn", today)
                        .with("answer", "WAITING");
        return form(permit, frame, client, form);
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
        var asked = asked(form, today(permit));
        var answer = form.value("answer");
        var key = key(form);
        if (asked == null || key == null) {
            return refused(form(permit, frame, client, form));
        }
        Change<AuthorizationId> outcome;
        if (answer.isEmpty() || answer.equals("WAITING")) {
            outcome = authorizations.request(permit, client, asked, key);
        } else {
            var decision = decision(form, asked.from(), asked.to(), asked.unit());
            if (form.wrong()) {
                return refused(form(permit, frame, client, form));
            }
            outcome = authorizations.record(permit, client, asked, decision, key);
        }
        return switch (outcome) {
            case Change.Done<AuthorizationId> done -> list(client);
            case Change.Refused<AuthorizationId>(var problems) ->
                    refused(form(permit, frame, client, form.refused(problems)));
        };
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
        return decisionForm(permit, frame, found, views.onRecord(found, today(permit)));
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
        var from = Objects.requireNonNullElse(form.date("from"), found.from());
        var to = Objects.requireNonNullElse(form.date("to"), found.to());
        var decision = decision(form, from, to, unit(form));
        if (form.wrong()) {
            return refused(decisionForm(permit, frame, found, form));
        }
        return switch (authorizations.decide(permit, client, authorization, decision)) {
            case Change.Done<AuthorizationId> done -> list(client);
            case Change.Refused<AuthorizationId>(var problems) ->
                    refused(decisionForm(permit, frame, found, form.refused(problems)));
        };
    }

    private static @org.jspecify.annotations.Nullable AuthorizationRequest asked(
            Form form, LocalDate today) {
        var contract = id(form, "contract", "Choose the contract that is asked.");
        var from = form.date("from");
        var to = form.date("to");
        var units = form.whole("units");
        var requestedOn = form.date("requestedOn");
        missing(form, "from", from, "Enter the first day.");
        missing(form, "to", to, "Enter the last day.");
        if (form.wrong() || contract == null || from == null || to == null) {
            return null;
        }
        return new AuthorizationRequest(
                kind(form),
                new ContractId(contract),
                Text.clean(form.value("procedureCode")),
                unit(form),
                units,
                from,
                to,
                requestedOn == null ? today : requestedOn,
                null);
    }

    private AuthorizationDecision decision(
            Form form, LocalDate from, LocalDate to, AuthorizationUnit unit) {
        var decidedOn = form.date("decidedOn");
        missing(form, "decidedOn", decidedOn, "Enter the day of the answer.");
        var on = decidedOn == null ? from : decidedOn;
        var reference = Text.clean(form.value("reference"));
        return switch (form.value("answer")) {
            case "DENIED" -> new AuthorizationDecision.Denied(on, reference);
            case "WITHDRAWN" -> new AuthorizationDecision.Withdrawn(on, reference);
            default ->
                    new AuthorizationDecision.Approved(
                            form.value("number").strip(),
                            unit,
                            form.requiredWhole("granted"),
                            from,
                            to,
                            on,
                            reference);
        };
    }

    private static AuthorizationKind kind(Form form) {
        for (var kind : AuthorizationKind.values()) {
            if (kind.name().equals(form.value("kind"))) {
                return kind;
            }
        }
        return AuthorizationKind.INITIAL;
    }

    private static AuthorizationUnit unit(Form form) {
        for (var unit : AuthorizationUnit.values()) {
            if (unit.name().equals(form.value("unit"))) {
                return unit;
            }
        }
        return AuthorizationUnit.DAY;
    }

    private static void missing(
            Form form,
            String field,
            @org.jspecify.annotations.Nullable Object value,
            String message) {
        if (value == null && form.error(field).isEmpty()) {
            form.refused(List.of(new Problem(field, "MISSING", message)));
        }
    }

    private static @org.jspecify.annotations.Nullable UUID key(Form form) {
        return id(form, "key", "Open the form again: this one is not whole.");
    }

    private static @org.jspecify.annotations.Nullable UUID id(
            Form form, String field, String message) {
        try {
            return UUID.fromString(form.value(field));
        } catch (IllegalArgumentException noId) {
            missing(form, field, null, message);
            return null;
        }
    }

    private ModelAndView form(Permit permit, Frame frame, ClientId client, Form form) {
        return page(frame, views.form(permit, client, today(permit), form));
    }

    private ModelAndView decisionForm(Permit permit, Frame frame, Authorization found, Form form) {
        return page(frame, views.decisionForm(permit, found, form));
    }

    private static ModelAndView page(Frame frame, AuthorizationFormView view) {
        return new ModelAndView("chain/authorizationForm", Map.of("frame", frame, "view", view));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView list(ClientId client) {
        return new ModelAndView("redirect:/clients/" + client.value() + "/authorizations");
    }

    private LocalDate today(Permit permit) {
        return clock.instant().atZone(records.zone(permit)).toLocalDate();
    }
}
