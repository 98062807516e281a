package care.trellis.engine.rulebook;

import care.trellis.engine.content.CaseError;
import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Billing;
import care.trellis.engine.rulebook.facts.ChargeLine;
import care.trellis.engine.rulebook.facts.ClaimSide;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.DiagnosisClass;
import care.trellis.engine.rulebook.facts.OtherClaim;
import care.trellis.engine.rulebook.facts.PastService;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The translator at the rim: one case of the payer-case contract, which spells authorisation and
 * counselling, into the facts of the engine.
 */
record PayerCase(String ruleSet, Week week, Authorization authorization) {

    private static final Set<String> TOP =
            Set.of(
                    "id",
                    "rule_set",
                    "title",
                    "tier",
                    "why",
                    "sources",
                    "expected",
                    "client",
                    "program",
                    "authorisation",
                    "plan_of_care",
                    "sessions",
                    "charges",
                    "billing",
                    "other_claims",
                    "history",
                    "treatment_gap_days",
                    "as_of",
                    "last_progress_summary_on",
                    "active_in_level_2",
                    "visits_since_admission",
                    "drug_screen_done",
                    "biopsychosocial_done",
                    "family_sessions_in_month",
                    "family_session_exception_documented",
                    "group_session_minutes_min",
                    "deferred_prosecution",
                    "weeks_elapsed",
                    "treatment_hours_total",
                    "sessions_per_week_first_four",
                    "sessions_on_separate_days",
                    "self_help_attended");
    private static final Set<String> BILLING =
            Set.of(
                    "cycle",
                    "statement_from",
                    "statement_through",
                    "episode_first_bill",
                    "patient_discharged",
                    "prior_claim_remitted");

    /**
     * Reads one case.
     *
     * @throws CaseError naming the unknown field or value
     */
    static PayerCase read(JsonNode json) {
        var fields = new Fields("", json, TOP);
        var ruleSet = fields.text("rule_set");
        if (ruleSet == null) {
            throw new CaseError("rule_set is missing");
        }
        var charges = fields.object("charges", Set.of("lines", "day_total"));
        var week =
                new Week(
                        client(fields.object("client", Set.of("age", "diagnosis_class"))),
                        ProgramFields.read(fields),
                        plan(
                                fields.object(
                                        "plan_of_care",
                                        Set.of(
                                                "hours_per_week",
                                                "physician_signed",
                                                "last_certified_on"))),
                        SessionFields.read(fields),
                        lines(charges),
                        charges.number("day_total"),
                        billing(fields.object("billing", BILLING)),
                        otherClaims(fields),
                        history(fields),
                        course(fields));
        return new PayerCase(
                ruleSet,
                week,
                authorization(
                        fields.object(
                                "authorisation",
                                Set.of("state", "unit", "units_authorised", "units_used"))));
    }

    /** The day by which the version of the rule set is chosen; null when the case names none. */
    @Nullable LocalDate day() {
        var first = week.sessions().stream().map(Session::date).min(LocalDate::compareTo);
        return first.orElse(
                week.course().asOf() != null
                        ? week.course().asOf()
                        : week.billing().statementFrom());
    }

    private static Client client(Fields client) {
        return new Client(
                client.whole("age"),
                client.choice("diagnosis_class", DiagnosisClass.values(), Enum::name));
    }

    private static Authorization authorization(Fields granted) {
        return new Authorization(
                granted.choice("state", Authorization.State.values(), Enum::name),
                granted.choice("unit", Authorization.Unit.values(), Enum::name),
                granted.number("units_authorised"),
                granted.number("units_used"),
                null,
                null);
    }

    private static PlanOfCare plan(Fields plan) {
        return new PlanOfCare(
                plan.number("hours_per_week"),
                plan.flag("physician_signed"),
                plan.date("last_certified_on"));
    }

    private static List<ChargeLine> lines(Fields charges) {
        var lines = new ArrayList<ChargeLine>();
        for (var line : charges.objects("lines", Set.of("code", "service", "units", "claim"))) {
            lines.add(
                    new ChargeLine(
                            line.text("code"),
                            line.text("service"),
                            line.whole("units"),
                            line.choice("claim", ClaimSide.values(), Enum::name)));
        }
        return lines;
    }

    private static Billing billing(Fields billing) {
        return new Billing(
                billing.text("cycle"),
                billing.date("statement_from"),
                billing.date("statement_through"),
                billing.flag("episode_first_bill"),
                billing.flag("patient_discharged"),
                billing.flag("prior_claim_remitted"));
    }

    private static List<OtherClaim> otherClaims(Fields fields) {
        var claims = new ArrayList<OtherClaim>();
        for (var claim :
                fields.objects(
                        "other_claims",
                        Set.of(
                                "condition_codes",
                                "statement_from",
                                "statement_through",
                                "same_provider"))) {
            claims.add(
                    new OtherClaim(
                            claim.texts("condition_codes"),
                            claim.date("statement_from"),
                            claim.date("statement_through"),
                            claim.flag("same_provider")));
        }
        return claims;
    }

    private static List<PastService> history(Fields fields) {
        var history = new ArrayList<PastService>();
        for (var past : fields.objects("history", Set.of("code", "date", "same_provider"))) {
            history.add(
                    new PastService(
                            past.text("code"), past.date("date"), past.flag("same_provider")));
        }
        return history;
    }

    private static Course course(Fields fields) {
        return new Course(
                fields.whole("treatment_gap_days"),
                fields.date("as_of"),
                fields.date("last_progress_summary_on"),
                fields.flag("active_in_level_2"),
                fields.whole("visits_since_admission"),
                fields.flag("drug_screen_done"),
                fields.flag("biopsychosocial_done"),
                fields.whole("family_sessions_in_month"),
                fields.flag("family_session_exception_documented"),
                fields.whole("group_session_minutes_min"),
                fields.flag("deferred_prosecution"),
                fields.whole("weeks_elapsed"),
                fields.number("treatment_hours_total"),
                fields.wholes("sessions_per_week_first_four"),
                fields.flag("sessions_on_separate_days"),
                fields.flag("self_help_attended"));
    }
}
