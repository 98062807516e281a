package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.ProgramType;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Setting;
import care.trellis.engine.rulebook.facts.Week;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Does what the fixes of a day ask, and nothing else. */
final class Mended {

    private final LocalDate date;
    private final List<Session> sessions;
    private Program program;
    private PlanOfCare plan;
    private Authorization authorization;
    private List<Hold> holds;
    private boolean onlyThisProgram;

    private Mended(Situation situation, LocalDate date) {
        this.date = date;
        this.sessions = new ArrayList<>(situation.week().sessions());
        this.program = situation.week().program();
        this.plan = situation.week().plan();
        this.authorization = situation.authorization();
        this.holds = situation.holds();
    }

    static Situation after(Situation situation, DayDecision day) {
        var mended = new Mended(situation, day.date());
        day.because().forEach(finding -> mended.apply(finding.fix()));
        var week = situation.week();
        return new Situation(
                new Week(
                        week.client(),
                        mended.program,
                        mended.plan,
                        mended.sessions,
                        mended.onlyThisProgram
                                ? week.charges().stream()
                                        .filter(line ->
                                                !List.of("PHP", "RTC")
                                                        .contains(String.valueOf(line.service())))
                                        .toList()
                                : week.charges(),
                        null,
                        week.billing(),
                        week.otherClaims(),
                        mended.onlyThisProgram ? List.of() : week.history(),
                        week.course()),
                mended.authorization,
                mended.holds);
    }

    private void apply(Fix fix) {
        if (fix.wanted() == null) {
            holds = List.of();
            return;
        }
        switch (fix.wanted().fact()) {
            case "day.minutes", "week.minutes" -> add(date, fix.amount());
            case "day.services" -> add(date, 60);
            case "week.days" -> addDays(fix.amount());
            case "week.sessions" -> addSessions(fix);
            case "day.programs_charged" -> onlyThisProgram = true;
            case "program.bhp_caseload" ->
                    program =
                            with(program.setting(), program.type(), 16, program.bhmpOnSiteShare());
            case "program.bhmp_on_site_percent" ->
                    program =
                            with(
                                    program.setting(),
                                    program.type(),
                                    program.bhpCaseload(),
                                    new BigDecimal("0.80"));
            case "program.type" ->
                    program =
                            with(
                                    program.setting(),
                                    ProgramType.ASAM_2_1,
                                    program.bhpCaseload(),
                                    program.bhmpOnSiteShare());
            case "program.setting" ->
                    program =
                            with(
                                    Setting.HOPD_ON_CAMPUS,
                                    program.type(),
                                    program.bhpCaseload(),
                                    program.bhmpOnSiteShare());
            case "plan.hours_per_week" ->
                    plan =
                            new PlanOfCare(
                                    plan.hoursPerWeek().add(BigDecimal.valueOf(fix.amount())),
                                    plan.physicianSigned(),
                                    plan.lastCertifiedOn());
            case "plan.physician_signed" ->
                    plan = new PlanOfCare(plan.hoursPerWeek(), true, plan.lastCertifiedOn());
            case "day.days_since_certification" ->
                    plan = new PlanOfCare(plan.hoursPerWeek(), plan.physicianSigned(), date);
            case "authorization.state" ->
                    authorization =
                            new Authorization(
                                    Authorization.State.APPROVED, null, null, null, null, null);
            case "authorization.days_left" ->
                    authorization =
                            new Authorization(
                                    authorization.state(),
                                    authorization.unit(),
                                    authorization
                                            .unitsAuthorized()
                                            .add(BigDecimal.valueOf(fix.amount())),
                                    authorization.unitsUsed(),
                                    authorization.startsOn(),
                                    authorization.endsOn());
            case "authorization.days_before_start" ->
                    authorization =
                            new Authorization(
                                    authorization.state(),
                                    authorization.unit(),
                                    authorization.unitsAuthorized(),
                                    authorization.unitsUsed(),
                                    date,
                                    authorization.endsOn());
            case "authorization.days_after_end" ->
                    authorization =
                            new Authorization(
                                    authorization.state(),
                                    authorization.unit(),
                                    authorization.unitsAuthorized(),
                                    authorization.unitsUsed(),
                                    authorization.startsOn(),
                                    date);
            default ->
                    sessions.replaceAll(session ->
                            session.id().equals(fix.sessionId()) ? change(session, fix) : session);
        }
    }

    private static Session change(Session s, Fix fix) {
        var fact = fix.wanted().fact();
        var known =
                List.of(
                        "session.modality",
                        "session.on_cms_iop_list",
                        "session.note_signed",
                        "session.group_size",
                        "session.leader",
                        "session.minutes");
        if (!known.contains(fact)) {
            throw new AssertionError("no way to mend " + fact);
        }
        return new Session(
                s.id(),
                s.date(),
                s.startMinute(),
                null,
                fact.equals("session.minutes")
                        ? Integer.valueOf(s.minutes() + fix.amount())
                        : s.minutes(),
                s.serviceType(),
                fact.equals("session.modality") ? Modality.IN_PERSON : s.modality(),
                fact.equals("session.leader") ? "BHP" : s.staffCredential(),
                s.staff(),
                fact.equals("session.note_signed") ? Boolean.TRUE : s.noteSigned(),
                fact.equals("session.group_size")
                        ? Integer.valueOf(s.groupSize() - fix.amount())
                        : s.groupSize(),
                s.hcpcs(),
                fact.equals("session.on_cms_iop_list") ? Boolean.TRUE : s.onCmsIopList(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void addDays(int days) {
        var last = sessions.stream().map(Session::date).max(LocalDate::compareTo).orElse(date);
        for (int day = 1; day <= days; day++) {
            add(last.plusDays(day), 180);
        }
    }

    private void addSessions(Fix fix) {
        for (int count = 0; count < fix.amount(); count++) {
            var type = ServiceType.GROUP_THERAPY;
            var leader = "BHP";
            for (var condition : fix.having()) {
                var first = condition.value().split(", ")[0];
                switch (condition.fact()) {
                    case "session.service_type" -> type = ServiceType.valueOf(first);
                    case "session.leader" -> leader = first;
                    default -> {}
                }
            }
            add(date, 50, type, leader);
        }
    }

    private void add(LocalDate day, int minutes) {
        add(day, minutes, ServiceType.INDIVIDUAL_THERAPY, "BHMP");
    }

    private void add(LocalDate day, int minutes, ServiceType type, String leader) {
        sessions.add(
                Session.attended(
                        "added " + sessions.size(),
                        day,
                        1000,
                        1000 + minutes,
                        type,
                        Modality.IN_PERSON,
                        leader,
                        true,
                        8,
                        null,
                        true));
    }

    private Program with(Setting setting, ProgramType type, Integer caseload, BigDecimal share) {
        return new Program(
                setting,
                type,
                null,
                null,
                null,
                program.weekStarts(),
                null,
                null,
                null,
                caseload,
                share,
                null,
                null,
                null,
                null,
                null);
    }
}
