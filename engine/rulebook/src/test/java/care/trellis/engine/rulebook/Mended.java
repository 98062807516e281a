package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what the fixes of a day ask, and nothing else. */
final class Mended {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where a fact stands in a payer case, where it is a single value there. */
    private static final Map<String, String> PLACES =
            Map.ofEntries(
                    Map.entry("client.diagnosis_class", "client/diagnosis_class"),
                    Map.entry("program.setting", "program/setting"),
                    Map.entry("program.type", "program/program_type"),
                    Map.entry("program.nationally_accredited", "program/nationally_accredited"),
                    Map.entry("program.hours_per_day", "program/hours_per_day"),
                    Map.entry(
                            "program.scheduled_hours_per_week", "program/scheduled_hours_per_week"),
                    Map.entry(
                            "program.clinical_rationale_documented",
                            "program/clinical_rationale_documented"),
                    Map.entry(
                            "program.group_counseling_held",
                            "program/group_counselling_held_that_day"),
                    Map.entry("program.bhp_caseload", "program/bhp_caseload"),
                    Map.entry("plan.hours_per_week", "plan_of_care/hours_per_week"),
                    Map.entry("plan.physician_signed", "plan_of_care/physician_signed"));

    private static final Map<String, String> SESSION_PLACES =
            Map.of(
                    "session.modality", "modality",
                    "session.on_cms_iop_list", "on_cms_iop_list",
                    "session.note_signed", "note_signed",
                    "session.group_size", "group_size",
                    "session.leader", "staff_credential",
                    "session.start_stop_recorded", "start_stop_recorded",
                    "session.credentials_on_note", "credentials_on_note");

    private final LocalDate date;
    private final ObjectNode week;
    private LocalDate starts;
    private LocalDate ends;
    private List<Hold> holds;

    private Mended(Situation situation, LocalDate date) {
        this.date = date;
        this.week = situation.payerCase().deepCopy();
        this.starts = situation.starts();
        this.ends = situation.ends();
        this.holds = situation.holds();
    }

    static Situation after(Situation situation, DayDecision day) {
        return after(situation, day.date(), day.because());
    }

    static Situation after(Situation situation, LocalDate date, List<Finding> findings) {
        var mended = new Mended(situation, date);
        findings.forEach(finding -> mended.apply(finding.fix()));
        return new Situation(mended.week, mended.starts, mended.ends, mended.holds);
    }

    private void apply(Fix fix) {
        if (fix.wanted() == null) {
            holds = List.of();
            return;
        }
        var fact = fix.wanted().fact();
        if (PLACES.containsKey(fact)) {
            var place = PLACES.get(fact).split("/");
            ((ObjectNode) week.get(place[0])).set(place[1], JSON.valueToTree(value(fix)));
            return;
        }
        if (fix.sessionId() != null) {
            session(fix);
            return;
        }
        switch (fact) {
            case "day.minutes", "week.minutes" -> add(date, fix.amount(), "INDIVIDUAL_THERAPY");
            case "day.services" -> add(date, 60, "INDIVIDUAL_THERAPY");
            case "week.days" -> addDays(fix.amount());
            case "day.sessions", "week.sessions" -> addSessions(fix);
            case "program.offered_days" -> {
                var days = ((ObjectNode) week.get("program")).putArray("offered_days");
                days.add("MON").add("WED").add("FRI");
            }
            case "program.bhmp_on_site_percent" ->
                    ((ObjectNode) week.get("program")).put("bhmp_on_site_share", 0.8);
            case "day.programs_charged" -> onlyThisProgram();
            case "day.days_since_certification" ->
                    ((ObjectNode) week.get("plan_of_care"))
                            .put("last_certified_on", date.toString());
            case "authorization.state" -> {
                week.putObject("authorisation").put("state", "APPROVED");
                starts = null;
                ends = null;
            }
            case "authorization.days_left" -> grant(fix.amount());
            case "authorization.days_before_start" -> starts = date;
            case "authorization.days_after_end" -> ends = date;
            default -> throw new AssertionError("no way to mend " + fact);
        }
    }

    /** What the condition asks for: the limit itself, the first word it takes, or the truth. */
    private static Object value(Fix fix) {
        var wanted = fix.wanted();
        return switch (wanted.relation()) {
            case AT_LEAST, AT_MOST -> new BigDecimal(wanted.value());
            case IS ->
                    List.of("true", "false").contains(wanted.value())
                            ? (Object) Boolean.valueOf(wanted.value())
                            : wanted.value();
            case ONE_OF -> wanted.value().split(", ")[0];
            case NONE_OF -> "ASAM_2.1";
            case MORE_THAN, LESS_THAN -> throw new AssertionError("not mended: " + wanted);
        };
    }

    private void session(Fix fix) {
        int index = Integer.parseInt(fix.sessionId().replaceAll("\\D", ""));
        var session = (ObjectNode) week.get("sessions").get(index);
        var fact = fix.wanted().fact();
        if (fact.equals("session.minutes")) {
            session.put("end_min", session.get("end_min").intValue() + fix.amount());
        } else if (fact.equals("day.earlier_services")) {
            week.putArray("history");
        } else if (SESSION_PLACES.containsKey(fact)) {
            session.set(SESSION_PLACES.get(fact), JSON.valueToTree(value(fix)));
        } else {
            throw new AssertionError("no way to mend " + fact);
        }
    }

    private void addDays(int days) {
        var last = date;
        for (var session : week.get("sessions")) {
            var day = LocalDate.parse(session.get("date").stringValue());
            last = day.isAfter(last) ? day : last;
        }
        for (int day = 1; day <= days; day++) {
            add(last.plusDays(day), 180, "INDIVIDUAL_THERAPY");
        }
    }

    private void addSessions(Fix fix) {
        var type = "GROUP_THERAPY";
        for (var condition : fix.having()) {
            if (condition.fact().equals("session.service_type")) {
                type = condition.value().split(", ")[0];
            }
        }
        for (int count = 0; count < fix.amount(); count++) {
            add(date, 50, type);
        }
    }

    /** A session that no payer finds fault with. */
    private void add(LocalDate day, int minutes, String type) {
        var session = ((ArrayNode) week.get("sessions")).addObject();
        session.put("date", day.toString()).put("start_min", 1000).put("end_min", 1000 + minutes);
        session.put("service_type", type).put("modality", "IN_PERSON").put("note_signed", true);
        session.put("staff_credential", "MD").put("group_size", 8).put("on_cms_iop_list", true);
        session.put("iop_list", "A").put("in_otp_bundle", false);
    }

    private void onlyThisProgram() {
        week.putArray("history");
        var lines = (ArrayNode) week.at("/charges/lines");
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (List.of("PHP", "RTC").contains(lines.get(i).path("service").asString(""))) {
                lines.remove(i);
            }
        }
    }

    /** More days, in the unit of the authorization: as many hours or units as a day may take. */
    private void grant(int days) {
        var granted = (ObjectNode) week.get("authorisation");
        int each = List.of("HOUR", "UNIT").contains(granted.path("unit").asString("")) ? 24 : 1;
        var more = BigDecimal.valueOf((long) days * each).setScale(0, RoundingMode.UP);
        granted.put("units_authorised", granted.get("units_authorised").decimalValue().add(more));
    }
}
