package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Weeks of every kind, the same ones for the same seed; any fact may be unknown. */
final class RandomWeeks {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String[] SERVICES = {
        "INDIVIDUAL_THERAPY", "GROUP_THERAPY", "FAMILY_THERAPY", "MULTI_FAMILY_GROUP",
        "EDUCATION_GROUP", "LIFE_SKILLS", "ACTIVITY_THERAPY", "MEDICATION_MANAGEMENT",
        "ASSESSMENT", "PSYCHIATRIC_EVALUATION", "PSYCHOLOGICAL_TESTING"
    };

    private final Random random;
    private final LocalDate monday;

    RandomWeeks(long seed, LocalDate monday) {
        this.random = new Random(seed);
        this.monday = monday;
    }

    Situation next() {
        var week = JSON.createObjectNode().put("rule_set", "ANY");
        week.putObject("client");
        maybe(week.get("client"), "age", 15 + random.nextInt(5));
        maybe(week.get("client"), "diagnosis_class", pick("MH", "SUD", "OUD"));
        program(week.putObject("program"));
        var plan = week.putObject("plan_of_care");
        maybe(plan, "hours_per_week", 7 + random.nextInt(6));
        maybe(plan, "physician_signed", often());
        maybe(plan, "last_certified_on", monday.minusDays(random.nextInt(75)));
        sessions(week.putArray("sessions"));
        charges(week.putObject("charges").putArray("lines"));
        var billing = week.putObject("billing");
        maybe(billing, "episode_first_bill", often());
        maybe(billing, "patient_discharged", often());
        maybe(billing, "prior_claim_remitted", often());
        others(week);
        course(week);
        authorization(week.putObject("authorisation"));
        return new Situation(
                week,
                random.nextBoolean() ? null : monday.plusDays(random.nextInt(4) - 2),
                random.nextBoolean() ? null : monday.plusDays(3 + random.nextInt(10)),
                holds());
    }

    private void program(ObjectNode program) {
        maybe(
                program,
                "setting",
                pick("HOPD_ON_CAMPUS", "CMHC", "CAH", "RHC", "FQHC", "OTP_FREESTANDING"));
        maybe(program, "program_type", pick("IOP", "IOP_PSYCHIATRIC", "ASAM_1", "ASAM_2.1"));
        var days = program.putArray("offered_days");
        List.of("MON", "TUE", "WED", "FRI").stream()
                .filter(day -> random.nextInt(4) > 0)
                .forEach(days::add);
        maybe(program, "hours_per_day", 2 + random.nextInt(3));
        maybe(program, "scheduled_hours_per_week", 7 + random.nextInt(14));
        maybe(program, "week_starts", monday);
        maybe(program, "weeks_in_service", 4 + random.nextInt(5));
        maybe(program, "clinical_rationale_documented", random.nextBoolean());
        maybe(program, "nationally_accredited", often());
        maybe(program, "bhp_caseload", 12 + random.nextInt(7));
        maybe(program, "bhmp_on_site_share", BigDecimal.valueOf(70 + random.nextInt(31), 2));
        maybe(program, "average_daily_census", 30 + random.nextInt(30));
        maybe(program, "substance_abuse_counsellors", 1 + random.nextInt(3));
        maybe(program, "group_counselling_held_that_day", often());
        maybe(program, "delivery_system", pick("FEE_FOR_SERVICE", "MANAGED_CARE"));
        maybe(program, "region", pick("WEST", "EAST", "FEP"));
    }

    private void sessions(ArrayNode sessions) {
        for (int day = 0; day < 7; day += 1 + random.nextInt(2)) {
            int start = 540;
            for (int slot = random.nextInt(5); slot > 0; slot--) {
                int minutes = 20 + random.nextInt(80);
                session(sessions.addObject(), monday.plusDays(day), start, minutes);
                start += minutes;
            }
        }
    }

    private void session(ObjectNode session, LocalDate date, int start, int minutes) {
        session.put("date", date.toString());
        session.put("start_min", start);
        if (random.nextInt(20) > 0) {
            session.put("end_min", start + minutes);
        }
        maybe(session, "service_type", random.nextBoolean() ? "GROUP_THERAPY" : pick(SERVICES));
        maybe(session, "modality", often() ? "IN_PERSON" : pick("VIDEO", "AUDIO_ONLY"));
        maybe(session, "staff_credential", often() ? "LCSW" : pick("BHMP", "BHT", "OBHP"));
        session.putArray("staff").add("LCSW").add(pick("RN", "AIDE"));
        maybe(session, "note_signed", often());
        maybe(session, "group_size", 6 + random.nextInt(4));
        maybe(session, "hcpcs", pick("G0176", "G0410", "90834", "H0004"));
        maybe(session, "on_cms_iop_list", often());
        maybe(session, "iop_list", pick("A", "B"));
        maybe(session, "in_otp_bundle", !often());
        maybe(session, "start_stop_recorded", often());
        maybe(session, "credentials_on_note", often());
        maybe(session, "employee", random.nextBoolean());
        maybe(session, "billed_separately", !often());
        maybe(session, "claim_form", pick("CMS-1500", "UB-04"));
    }

    private void charges(ArrayNode lines) {
        if (random.nextBoolean()) {
            line(lines, "service", "IOP", 1 + random.nextInt(3));
            line(lines, "service", "IOP", 1);
            line(lines, "code", pick("90834", "H0004", "H0015"), 1);
        }
        if (random.nextInt(6) == 0) {
            line(lines, "service", pick("PHP", "RTC"), 1);
        }
    }

    private void line(ArrayNode lines, String key, String what, int units) {
        var line = lines.addObject().put(key, what);
        maybe(line, "units", units);
        maybe(line, "claim", pick("FACILITY", "PROFESSIONAL"));
    }

    private void others(ObjectNode week) {
        var claim = week.putArray("other_claims").addObject();
        claim.putArray("condition_codes").add("41");
        claim.put("statement_from", monday.minusDays(20).toString());
        claim.put("statement_through", monday.minusDays(random.nextInt(15)).toString());
        maybe(claim, "same_provider", often());
        var past = week.putArray("history");
        if (random.nextInt(4) == 0) {
            past.addObject().put("code", "H0035").put("date", monday.plusDays(2).toString());
            past.addObject()
                    .put("code", "H0001")
                    .put("date", monday.minusDays(random.nextInt(600)).toString());
        }
    }

    private void course(ObjectNode week) {
        maybe(week, "treatment_gap_days", random.nextInt(60));
        if (random.nextInt(4) == 0) {
            week.put("as_of", monday.plusDays(random.nextInt(10)).toString());
        }
        maybe(week, "last_progress_summary_on", monday.minusDays(random.nextInt(20)));
        maybe(week, "visits_since_admission", random.nextInt(6));
        maybe(week, "drug_screen_done", random.nextBoolean());
        maybe(week, "family_sessions_in_month", random.nextInt(2));
        maybe(week, "group_session_minutes_min", 50 + random.nextInt(20));
        maybe(week, "weeks_elapsed", 10 + random.nextInt(4));
        maybe(week, "treatment_hours_total", 60 + random.nextInt(20));
        maybe(week, "self_help_attended", random.nextBoolean());
    }

    private void authorization(ObjectNode granted) {
        maybe(granted, "state", often() ? "APPROVED" : pick("NONE", "NOT_REQUIRED"));
        maybe(granted, "unit", pick("DAY", "UNIT", "VISIT", "HOUR"));
        maybe(granted, "units_authorised", random.nextInt(12));
        maybe(granted, "units_used", random.nextInt(3));
    }

    private List<Hold> holds() {
        if (random.nextInt(5) > 0) {
            return List.of();
        }
        return List.of(
                hold("NO_CONSENT_FOR_PAYMENT", null, "no consent", "42 CFR 2.31"),
                hold("NO_COVERAGE", monday, "no coverage", "office rule"));
    }

    private static Hold hold(String reason, LocalDate date, String evidence, String citation) {
        return new Hold(
                reason, Stage.COVERAGE, date, evidence, citation, "ask for it", "front desk");
    }

    private boolean often() {
        return random.nextInt(12) > 0;
    }

    private void maybe(Object object, String key, Object value) {
        if (random.nextInt(6) > 0) {
            ((ObjectNode) object)
                    .set(
                            key,
                            value instanceof LocalDate date
                                    ? JSON.valueToTree(date.toString())
                                    : JSON.valueToTree(value));
        }
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
