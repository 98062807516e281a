package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Billing;
import care.trellis.engine.rulebook.facts.ChargeLine;
import care.trellis.engine.rulebook.facts.ClaimForm;
import care.trellis.engine.rulebook.facts.ClaimSide;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.DeliverySystem;
import care.trellis.engine.rulebook.facts.DiagnosisClass;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.OtherClaim;
import care.trellis.engine.rulebook.facts.PastService;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.ProgramType;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Setting;
import care.trellis.engine.rulebook.facts.Week;
import java.time.DayOfWeek;
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
    private static final Set<String> PROGRAM =
            Set.of(
                    "setting",
                    "program_type",
                    "offered_days",
                    "hours_per_day",
                    "scheduled_hours_per_week",
                    "week_starts",
                    "weeks_in_service",
                    "clinical_rationale_documented",
                    "nationally_accredited",
                    "bhp_caseload",
                    "bhmp_on_site_share",
                    "average_daily_census",
                    "substance_abuse_counsellors",
                    "group_counselling_held_that_day",
                    "delivery_system",
                    "region");
    private static final Set<String> SESSION =
            Set.of(
                    "date",
                    "start_min",
                    "end_min",
                    "service_type",
                    "modality",
                    "staff_credential",
                    "staff",
                    "note_signed",
                    "group_size",
                    "hcpcs",
                    "on_cms_iop_list",
                    "iop_list",
                    "in_otp_bundle",
                    "start_stop_recorded",
                    "credentials_on_note",
                    "employee",
                    "billed_separately",
                    "claim_form",
                    "multi_family_education");
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
                        program(fields.object("program", PROGRAM)),
                        plan(
                                fields.object(
                                        "plan_of_care",
                                        Set.of(
                                                "hours_per_week",
                                                "physician_signed",
                                                "last_certified_on"))),
                        sessions(fields),
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

    private static Program program(Fields program) {
        return new Program(
                program.choice("setting", Setting.values(), Enum::name),
                program.choice("program_type", ProgramType.values(), ProgramType::word),
                weekdays(program),
                program.number("hours_per_day"),
                program.number("scheduled_hours_per_week"),
                program.date("week_starts"),
                program.whole("weeks_in_service"),
                program.flag("clinical_rationale_documented"),
                program.flag("nationally_accredited"),
                program.whole("bhp_caseload"),
                program.number("bhmp_on_site_share"),
                program.number("average_daily_census"),
                program.number("substance_abuse_counsellors"),
                program.flag("group_counselling_held_that_day"),
                program.choice("delivery_system", DeliverySystem.values(), Enum::name),
                program.text("region"));
    }

    private static @Nullable List<DayOfWeek> weekdays(Fields program) {
        var named = program.texts("offered_days");
        if (named == null) {
            return null;
        }
        var days = new ArrayList<DayOfWeek>();
        for (var name : named) {
            days.add(weekday(name, program.at("offered_days")));
        }
        return days;
    }

    private static DayOfWeek weekday(String name, String path) {
        for (var day : DayOfWeek.values()) {
            if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
                return day;
            }
        }
        throw new CaseError("unknown value \"" + name + "\" of " + path);
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

    private static List<Session> sessions(Fields fields) {
        var sessions = new ArrayList<Session>();
        for (var session : fields.objects("sessions", SESSION)) {
            sessions.add(session(session));
        }
        return sessions;
    }

    private static Session session(Fields session) {
        var date = session.date("date");
        if (date == null) {
            throw new CaseError(session.at("date") + " is missing");
        }
        var start = session.whole("start_min");
        var end = session.whole("end_min");
        if (start != null && end != null && end < start) {
            throw new CaseError(session.at("end_min") + " is before start_min");
        }
        return new Session(
                session.path(),
                date,
                start,
                end,
                start == null || end == null ? null : end - start,
                session.choice("service_type", ServiceType.values(), Enum::name),
                session.choice("modality", Modality.values(), Enum::name),
                session.text("staff_credential"),
                session.texts("staff"),
                session.flag("note_signed"),
                session.whole("group_size"),
                session.text("hcpcs"),
                session.flag("on_cms_iop_list"),
                session.choice("iop_list", new String[] {"A", "B"}, letter -> letter),
                session.flag("in_otp_bundle"),
                session.flag("start_stop_recorded"),
                session.flag("credentials_on_note"),
                session.flag("employee"),
                session.flag("billed_separately"),
                session.choice("claim_form", ClaimForm.values(), PayerCase::word),
                session.flag("multi_family_education"));
    }

    private static String word(ClaimForm form) {
        return switch (form) {
            case CMS_1500 -> "CMS-1500";
            case UB_04 -> "UB-04";
        };
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
