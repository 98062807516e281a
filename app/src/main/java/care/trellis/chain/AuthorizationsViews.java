package care.trellis.chain;

import care.trellis.access.Access;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Drawn;
import care.trellis.ledger.Ledger;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says authorizations as text, with what the ledger's days draw from them. */
@Component
class AuthorizationsViews {

    /** Days back in which an ended or overdrawn authorization still needs an eye. */
    private static final int BACK = 30;

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

    AuthorizationsView worklist(Permit permit, LocalDate today, int within) {
        var found = new LinkedHashMap<AuthorizationId, Authorization>();
        var over =
                ledger.overdrawn(permit, today.minusDays(BACK)).stream()
                        .map(Drawn::authorization)
                        .toList();
        authorizations.all(permit, over).forEach(it -> found.put(it.id(), it));
        authorizations
                .due(permit, today, today.plusDays(within))
                .forEach(it -> found.putIfAbsent(it.id(), it));
        var drawn = ledger.drawn(permit, found.keySet());
        var names =
                records.names(permit, found.values().stream().map(Authorization::client).toList());
        boolean edits = edits(permit);
        var uncovered = records.uncovered(permit, today, today.plusDays(within));
        var rows = new ArrayList<AuthorizationsView.Row>();
        var later = new ArrayList<AuthorizationsView.Row>();
        var without = uncovered.stream().map(JoinedRecords.Uncovered::client).toList();
        var waiting = new HashMap<ClientId, Authorization>();
        for (var one : found.values()) {
            var used = drawn.getOrDefault(one.id(), Drawn.nothing(one.id()));
            if (one.state() == AuthorizationState.REQUESTED) {
                waiting.put(one.client(), one);
            }
            if (used.overdrawn() == 0 && without.contains(one.client())) {
                continue; // the row of the missing one says it
            }
            (used.overdrawn() > 0 ? rows : later)
                    .add(row(one, used, names.getOrDefault(one.client(), ""), today, edits));
        }
        uncovered.forEach(one -> rows.add(row(one, waiting.get(one.client()), edits)));
        rows.addAll(later);
        return new AuthorizationsView(
                "Due first · until " + Words.brief(today.plusDays(within)),
                List.of(span(7, within), span(14, within), span(30, within)),
                rows,
                over.size(),
                uncovered.size(),
                (int)
                        found.values().stream()
                                .filter(it -> it.state() == AuthorizationState.REQUESTED)
                                .count());
    }

    private static Choice span(int days, int within) {
        return new Choice(String.valueOf(days), "Ends within " + days + " days", days == within);
    }

    private static AuthorizationsView.Row row(
            Authorization one, Drawn drawn, String name, LocalDate today, boolean edits) {
        boolean over = drawn.overdrawn() > 0;
        boolean waiting = one.state() == AuthorizationState.REQUESTED;
        long days = one.daysUntilEnd(today);
        String due;
        String action;
        Tone tone;
        if (over) {
            due = "Overdrawn by " + one.unit().words(drawn.overdrawn());
            action = "Ask for more";
            tone = Tone.BAD;
        } else if (waiting) {
            due = "Waiting for the payer";
            action = "Record the answer";
            tone = Tone.INFO;
        } else {
            due =
                    days == 0
                            ? "Ends today"
                            : days == 1 ? "Ends tomorrow" : "Ends " + Words.brief(one.to());
            action = "Ask for the next";
            tone = days <= 3 ? Tone.WATCH : Tone.NEUTRAL;
        }
        var base = "/clients/" + one.client().value() + "/authorizations";
        return new AuthorizationsView.Row(
                due,
                tone,
                name,
                Initials.of(name),
                base,
                one.payer(),
                one.state().label(),
                left(one, drawn),
                drawn.used().doubleValue(),
                one.granted() == null ? 0 : one.granted(),
                Words.brief(one.to()),
                action,
                !edits ? "" : waiting ? base + "/" + one.id().value() : base + "/new",
                "Utilization reviewer");
    }

    private static AuthorizationsView.Row row(
            JoinedRecords.Uncovered one, @Nullable Authorization asked, boolean edits) {
        var base = "/clients/" + one.client().value() + "/authorizations";
        return new AuthorizationsView.Row(
                "None, and expected from " + Words.brief(one.first()),
                Tone.BAD,
                one.name(),
                Initials.of(one.name()),
                base,
                one.payer(),
                asked == null ? "No authorization" : asked.state().label(),
                one.days() == 1 ? "1 day without" : one.days() + " days without",
                0,
                0,
                "–",
                asked == null ? "Record a request" : "Record the answer",
                !edits ? "" : asked == null ? base + "/new" : base + "/" + asked.id().value(),
                "Utilization reviewer");
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
                        : "");
    }

    private static Tone tone(AuthorizationState state) {
        return switch (state) {
            case REQUESTED -> Tone.INFO;
            case APPROVED -> Tone.GOOD;
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
        return new AuthorizationFormView(
                "Record an authorization",
                name(permit, client),
                base,
                base,
                form.value("key"),
                true,
                form.choices("contract", contracts),
                units(form),
                form.choices("answer", answers(true)),
                form);
    }

    AuthorizationFormView decisionForm(Permit permit, Authorization found, Form form) {
        var base = "/clients/" + found.client().value() + "/authorizations";
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
                units(form),
                form.choices("answer", answers(false)),
                form);
    }

    /** The form of a decision as it stands on record. */
    Form onRecord(Authorization found, LocalDate today) {
        return Form.empty()
                .with("unit", found.unit())
                .with("from", found.from())
                .with("to", found.to())
                .with("number", found.number())
                .with("granted", found.granted() == null ? found.requested() : found.granted())
                .with("reference", found.reference())
                .with("decidedOn", found.decidedOn() == null ? today : found.decidedOn())
                .with(
                        "answer",
                        found.state() == AuthorizationState.REQUESTED
                                ? AuthorizationState.APPROVED
                                : found.state());
    }

    private static List<Choice> units(Form form) {
        var units = new LinkedHashMap<String, String>();
        for (var unit : AuthorizationUnit.values()) {
            units.put(unit.name(), Words.capital(unit.many()));
        }
        return form.choices("unit", units);
    }

    private static Map<String, String> answers(boolean request) {
        var answers = new LinkedHashMap<String, String>();
        if (request) {
            answers.put("WAITING", "None yet");
        }
        answers.put("APPROVED", "Approved");
        answers.put("DENIED", "Denied");
        if (!request) {
            answers.put("WITHDRAWN", "Withdrawn by us");
        }
        return answers;
    }

    private String name(Permit permit, ClientId client) {
        return records.names(permit, List.of(client)).getOrDefault(client, "");
    }

    private boolean edits(Permit permit) {
        return access.mayByRole(permit.actor(), Action.AUTHORIZATION_EDIT);
    }
}
