package care.trellis.chain;

import care.trellis.access.Access;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Drawn;
import care.trellis.ledger.Ledger;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says authorizations as text, with what the ledger's days draw from them. */
@Component
class AuthorizationsViews {

    private final Authorizations authorizations;
    private final Ledger ledger;
    private final JoinedRecords records;
    private final Access access;

    AuthorizationsViews(
            Authorizations authorizations, Ledger ledger, JoinedRecords records, Access access) {
        this.authorizations = authorizations;
        this.ledger = ledger;
        this.records = records;
        this.access = access;
    }

    ClientAuthorizationsView ofClient(Permit permit, ClientId client) {
        var all = authorizations.ofClient(permit, client);
        var drawn = ledger.drawn(permit, all.stream().map(Authorization::id).toList());
        var base = "/clients/" + client.value();
        boolean edits = edits(permit);
        return new ClientAuthorizationsView(
                name(permit, client),
                base,
                edits ? base + "/authorizations/new" : "",
                all.stream()
                        .map(it ->
                                row(it, drawn.getOrDefault(it.id(), Drawn.nothing(it.id())), edits))
                        .toList());
    }

    private static ClientAuthorizationsView.Row row(Authorization one, Drawn drawn, boolean edits) {
        return new ClientAuthorizationsView.Row(
                one.number() == null ? "No number yet" : one.number(),
                one.payer(),
                one.kind().label()
                        + (one.procedureCode() == null ? "" : " · " + one.procedureCode()),
                one.state().label(),
                tone(one.state()),
                Words.dated(one.from()) + " to " + Words.dated(one.to()),
                left(one, drawn),
                drawn.used().doubleValue(),
                one.granted() == null ? 0 : one.granted(),
                drawn.overdrawn() == 0 || drawn.firstOverdrawn() == null
                        ? ""
                        : "Overdrawn since "
                                + Words.brief(drawn.firstOverdrawn())
                                + ": the utilization reviewer asks for more",
                edits
                        ? "/clients/" + one.client().value() + "/authorizations/" + one.id().value()
                        : "",
                "/clients/"
                        + one.client().value()
                        + "/authorizations/"
                        + one.id().value()
                        + "/review");
    }

    private static Tone tone(AuthorizationState state) {
        return switch (state) {
            case REQUESTED -> Tone.INFO;
            case APPROVED -> Tone.GOOD;
            case PARTIALLY_APPROVED -> Tone.WATCH;
            case DENIED -> Tone.BAD;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    private static String left(Authorization one, Drawn drawn) {
        var granted = one.granted();
        if (granted == null) {
            return one.requested() == null
                    ? "Nothing granted yet"
                    : one.unit().words(one.requested()) + " asked for";
        }
        var left = BigDecimal.valueOf(granted).subtract(drawn.used()).max(BigDecimal.ZERO);
        return Words.plain(left) + " of " + one.unit().words(granted) + " left";
    }

    AuthorizationFormView form(Permit permit, ClientId client, LocalDate today, Form form) {
        var contracts = new LinkedHashMap<String, String>();
        authorizations
                .contracts(permit, client, today)
                .forEach(it -> contracts.put(it.id().value().toString(), it.name()));
        if (form.value("contract").isEmpty() && !contracts.isEmpty()) {
            form.with("contract", contracts.firstEntry().getKey());
        }
        var base = "/clients/" + client.value() + "/authorizations";
        var decision = new DecisionForm(form);
        return new AuthorizationFormView(
                "Record an authorization",
                name(permit, client),
                base,
                base,
                form.value("key"),
                true,
                form.choices("contract", contracts),
                form.choices("kind", kinds()),
                decision.units(),
                decision.choices(
                        DecisionForm.Answer.WAITING,
                        DecisionForm.Answer.APPROVED,
                        DecisionForm.Answer.DENIED),
                form);
    }

    AuthorizationFormView decisionForm(Permit permit, Authorization found, Form form) {
        var base = "/clients/" + found.client().value() + "/authorizations";
        var decision = new DecisionForm(form);
        return new AuthorizationFormView(
                found.state() == AuthorizationState.REQUESTED
                        ? "Record the answer"
                        : "Change the authorization",
                name(permit, found.client()) + " · " + found.payer(),
                base + "/" + found.id().value() + "/decision",
                base,
                form.value("key"),
                false,
                List.of(),
                List.of(),
                decision.units(),
                decision.choices(
                        DecisionForm.Answer.APPROVED,
                        DecisionForm.Answer.DENIED,
                        DecisionForm.Answer.WITHDRAWN),
                form);
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : AuthorizationKind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        return kinds;
    }

    private String name(Permit permit, ClientId client) {
        return records.names(permit, List.of(client)).getOrDefault(client, "");
    }

    private boolean edits(Permit permit) {
        return access.mayByRole(permit.actor(), Action.AUTHORIZATION_EDIT);
    }
}
