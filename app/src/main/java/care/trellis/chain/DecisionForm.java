package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Problem;
import care.trellis.base.Text;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payer's answer as it is typed, wherever it is typed: one set of fields, read in one way. */
record DecisionForm(Form form) {

    /** What the payer said. */
    enum Answer {
        APPROVED("Approved, all or part"),
        DENIED("Denied"),
        WITHDRAWN("Withdrawn by us"),
        WAITING("Asked, no answer yet");

        private final String label;

        Answer(String label) {
            this.label = label;
        }
    }

    /** An answer as it stands on record, to be corrected. */
    static Form onRecord(Authorization found, LocalDate today) {
        return Form.empty()
                .with("key", Ids.next())
                .with("unit", found.unit())
                .with("from", found.from())
                .with("to", found.to())
                .with("number", found.number())
                .with("granted", found.granted() == null ? found.requested() : found.granted())
                .with("reviewer", found.reviewer())
                .with("reference", found.reference())
                .with("nextReview", found.nextReview())
                .with("reason", found.denialReason())
                .with("decidedOn", found.decidedOn() == null ? today : found.decidedOn())
                .with("answer", answer(found.state()));
    }

    private static Answer answer(AuthorizationState state) {
        return switch (state) {
            case REQUESTED, APPROVED, PARTIALLY_APPROVED -> Answer.APPROVED;
            case DENIED -> Answer.DENIED;
            case WITHDRAWN -> Answer.WITHDRAWN;
        };
    }

    /** The lines to choose from. */
    List<Choice> choices(Answer... answers) {
        var labels = new LinkedHashMap<String, String>();
        for (var answer : answers) {
            labels.put(answer.name(), answer.label);
        }
        return form.choices("answer", labels);
    }

    /** The units to count in. */
    List<Choice> units() {
        var units = new LinkedHashMap<String, String>();
        for (var unit : AuthorizationUnit.values()) {
            units.put(unit.name(), Words.capital(unit.many()));
        }
        return form.choices("unit", units);
    }

    LocalDate from(LocalDate otherwise) {
        return form.requiredDate("from", otherwise, "Enter the first day.");
    }

    LocalDate to(LocalDate otherwise) {
        return form.requiredDate("to", otherwise, "Enter the last day.");
    }

    AuthorizationUnit unit() {
        return form.choice("unit", AuthorizationUnit.DAY);
    }

    Answer answer() {
        return form.choice("answer", Answer.WAITING);
    }

    /** What a form comes to that asks for an answer and has none. */
    static Change<AuthorizationId> unanswered() {
        return new Change.Refused<>(
                List.of(new Problem("answer", "MISSING", "Choose what the payer said.")));
    }

    /** What was decided; null where the payer has not answered yet. */
    @Nullable AuthorizationDecision decision(LocalDate from, LocalDate to, LocalDate today) {
        var on = form.date("decidedOn");
        var decidedOn = on == null ? today : on;
        var reference = Text.clean(form.value("reference"));
        var reviewer = Text.clean(form.value("reviewer"));
        return switch (answer()) {
            case WAITING -> null;
            case WITHDRAWN -> new AuthorizationDecision.Withdrawn(decidedOn, reference);
            case DENIED ->
                    new AuthorizationDecision.Denied(
                            decidedOn, reference, reviewer, Text.clean(form.value("reason")));
            case APPROVED ->
                    new AuthorizationDecision.Approved(
                            form.value("number").strip(),
                            unit(),
                            form.requiredWhole("granted"),
                            from,
                            to,
                            decidedOn,
                            reference,
                            reviewer,
                            form.date("nextReview"));
        };
    }
}
