package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.Fact.Kind;
import care.trellis.engine.rulebook.facts.ChargeLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts a rulebook file can name, each with where it is read. */
final class Vocabulary {

    /** Counts the sessions that meet the conditions under {@code of}. */
    static final String WEEK_SESSIONS = "week.sessions";

    static final String DAY_SESSIONS = "day.sessions";
    static final String AUTHORIZED_DAYS = "authorization.days_left";
    static final String PROGRAMS_CHARGED = "day.programs_charged";
    static final String OVERLAPPING_CLAIMS = "claim.overlapping_claims";

    private static final Map<String, Fact> FACTS = new LinkedHashMap<>();

    private Vocabulary() {}

    static @Nullable Fact find(String name) {
        return FACTS.get(name);
    }

    static Set<String> names() {
        return new TreeSet<>(FACTS.keySet());
    }

    static {
        clientAndProgram();
        sessions();
        days();
        week();
        authorizationAndClaim();
    }

    private static void clientAndProgram() {
        number("client.age", Scope.WEEK, "year", "years", s -> s.number(s.week.client().age()));
        text(
                "client.diagnosis_class",
                Scope.WEEK,
                "diagnosis class",
                s -> word(s, s.week.client().diagnosisClass()));
        text("program.setting", Scope.WEEK, "setting", s -> word(s, s.week.program().setting()));
        text(
                "program.type",
                Scope.WEEK,
                "program type",
                s -> {
                    var type = s.week.program().type();
                    s.text = type == null ? null : type.word();
                });
        text(
                "program.delivery_system",
                Scope.WEEK,
                "delivery system",
                s -> word(s, s.week.program().deliverySystem()));
        text("program.region", Scope.WEEK, "region", s -> s.text = s.week.program().region());
        number(
                "program.bhp_caseload",
                Scope.WEEK,
                "client per professional",
                "clients per professional",
                s -> s.number(s.week.program().bhpCaseload()));
        number(
                "program.bhmp_on_site_percent",
                Scope.WEEK,
                "percent of hours on site",
                "percent of hours on site",
                s -> s.number(percent(s.week.program().bhmpOnSiteShare())));
        number(
                "program.scheduled_hours_per_week",
                Scope.WEEK,
                "scheduled hour",
                "scheduled hours",
                s -> s.number(s.week.program().scheduledHoursPerWeek()));
        number(
                "program.hours_per_day",
                Scope.WEEK,
                "hour a day",
                "hours a day",
                s -> s.number(s.week.program().hoursPerDay()));
        number(
                "program.weeks_in_service",
                Scope.WEEK,
                "week in service",
                "weeks in service",
                s -> s.number(s.week.program().weeksInService()));
        flag(
                "program.nationally_accredited",
                Scope.WEEK,
                "national accreditation",
                s -> s.flag = s.week.program().nationallyAccredited());
        number(
                "plan.hours_per_week",
                Scope.WEEK,
                "planned hour a week",
                "planned hours a week",
                s -> s.number(s.week.plan().hoursPerWeek()));
        flag(
                "plan.physician_signed",
                Scope.WEEK,
                "physician's signature on the plan",
                s -> s.flag = s.week.plan().physicianSigned());
        number(
                "plan.days_since_certification_as_of",
                Scope.WEEK,
                "day since certification",
                "days since certification",
                s -> s.number(between(s.week.plan().lastCertifiedOn(), s.week.course().asOf())));
    }

    private static void sessions() {
        number(
                "session.minutes",
                Scope.SESSION,
                "minute",
                "minutes",
                s -> s.number(s.entry().session.minutes()));
        number(
                "session.group_size",
                Scope.SESSION,
                "client",
                "clients",
                s -> s.number(s.entry().session.groupSize()));
        text(
                "session.service_type",
                Scope.SESSION,
                "service",
                s -> word(s, s.entry().session.serviceType()));
        text(
                "session.modality",
                Scope.SESSION,
                "modality",
                s -> word(s, s.entry().session.modality()));
        text(
                "session.leader",
                Scope.SESSION,
                "led by",
                s -> s.text = s.entry().session.staffCredential());
        text(
                "session.hcpcs",
                Scope.SESSION,
                "procedure code",
                s -> s.text = s.entry().session.hcpcs());
        text("session.iop_list", Scope.SESSION, "list", s -> s.text = s.entry().session.iopList());
        flag(
                "session.note_signed",
                Scope.SESSION,
                "signed note",
                s -> s.flag = s.entry().session.noteSigned());
        flag(
                "session.on_cms_iop_list",
                Scope.SESSION,
                "place on the CMS list of IOP services",
                s -> s.flag = s.entry().session.onCmsIopList());
        flag(
                "session.in_otp_bundle",
                Scope.SESSION,
                "place in the weekly OTP bundle",
                s -> s.flag = s.entry().session.inOtpBundle());
        flag(
                "session.start_stop_recorded",
                Scope.SESSION,
                "start and stop time",
                s -> s.flag = s.entry().session.startStopRecorded());
        flag(
                "session.credentials_on_note",
                Scope.SESSION,
                "credentials on the note",
                s -> s.flag = s.entry().session.credentialsOnNote());
    }

    private static void days() {
        sum(
                "day.minutes",
                Scope.DAY,
                "minute",
                "minutes",
                s -> s.atLeast(s.day().minutes, s.day().minutesOpen));
        sum("day.services", Scope.DAY, "service", "services", s -> s.exactly(s.day().services));
        sum(DAY_SESSIONS, Scope.DAY, "session", "sessions", s -> s.exactly(s.day().services));
        number(
                "day.days_since_certification",
                Scope.DAY,
                "day since certification",
                "days since certification",
                s -> s.number(between(s.week.plan().lastCertifiedOn(), s.day().date)));
        number(
                PROGRAMS_CHARGED,
                Scope.DAY,
                "day program",
                "day programs",
                s -> s.exactly(Charges.programs(s)));
        number("day.program_units_charged", Scope.DAY, "unit", "units", Charges::programUnits);
        number(
                "day.other_lines_charged",
                Scope.DAY,
                "other line",
                "other lines",
                s -> {
                    int lines = 0;
                    for (ChargeLine line : s.week.charges()) {
                        lines += Charges.programOf(s, line) == null ? 1 : 0;
                    }
                    s.exactly(lines);
                });
    }

    private static void week() {
        sum(
                "week.minutes",
                Scope.WEEK,
                "minute",
                "minutes",
                s -> {
                    int minutes = 0;
                    boolean open = false;
                    for (var day : s.days) {
                        minutes += day.minutes;
                        open |= day.minutesOpen;
                    }
                    s.atLeast(minutes, open);
                });
        sum(
                "week.days",
                Scope.WEEK,
                "day",
                "days",
                s -> {
                    int days = 0;
                    for (var day : s.days) {
                        days += day.services > 0 ? 1 : 0;
                    }
                    s.exactly(days);
                });
        sum(
                WEEK_SESSIONS,
                Scope.WEEK,
                "session",
                "sessions",
                s -> {
                    int sessions = 0;
                    for (var day : s.days) {
                        sessions += day.services;
                    }
                    s.exactly(sessions);
                });
    }

    private static void authorizationAndClaim() {
        text(
                "authorization.state",
                Scope.WEEK,
                "authorization",
                s -> word(s, s.authorization.state()));
        number(
                AUTHORIZED_DAYS,
                Scope.DAY,
                "authorized day",
                "authorized days",
                s -> {
                    s.low = Math.max(0, s.authorizedDaysLeft);
                    s.high = s.authorizedDaysLeft;
                });
        number(
                "authorization.days_before_start",
                Scope.DAY,
                "day before the authorization starts",
                "days before the authorization starts",
                s -> s.number(between(s.day().date, s.authorization.startsOn())));
        number(
                "authorization.days_after_end",
                Scope.DAY,
                "day after the authorization ends",
                "days after the authorization ends",
                s -> s.number(between(s.authorization.endsOn(), s.day().date)));
        flag(
                "billing.episode_first_bill",
                Scope.WEEK,
                "first bill of the stay",
                s -> s.flag = s.week.billing().episodeFirstBill());
        flag(
                "billing.prior_claim_remitted",
                Scope.WEEK,
                "remittance of the prior claim",
                s -> s.flag = s.week.billing().priorClaimRemitted());
        number(
                OVERLAPPING_CLAIMS,
                Scope.WEEK,
                "overlapping claim",
                "overlapping claims",
                s -> s.exactly(0));
    }

    private static void number(
            String name, Scope scope, String one, String many, Fact.Reader reader) {
        FACTS.put(name, new Fact(name, scope, Kind.NUMBER, false, one, many, reader));
    }

    private static void sum(String name, Scope scope, String one, String many, Fact.Reader reader) {
        FACTS.put(name, new Fact(name, scope, Kind.NUMBER, true, one, many, reader));
    }

    private static void text(String name, Scope scope, String label, Fact.Reader reader) {
        FACTS.put(name, new Fact(name, scope, Kind.TEXT, false, label, label, reader));
    }

    private static void flag(String name, Scope scope, String label, Fact.Reader reader) {
        FACTS.put(name, new Fact(name, scope, Kind.FLAG, false, label, label, reader));
    }

    private static void word(Scene scene, @Nullable Enum<?> value) {
        scene.text = value == null ? null : value.name();
    }

    private static @Nullable Long between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : to.toEpochDay() - from.toEpochDay();
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal share) {
        return share == null ? null : share.movePointRight(2);
    }
}
