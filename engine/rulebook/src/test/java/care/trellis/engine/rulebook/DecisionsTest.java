package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.DiagnosisClass;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.ProgramType;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Setting;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    static final LocalDate FRIDAY = MONDAY.plusDays(4);
    static final Rulebooks LIBRARY = Rulebooks.library();

    final List<Session> sessions = new ArrayList<>();

    @Test
    void a_day_one_minute_short_says_so_and_what_would_mend_it() {
        arizonaWeek(179);

        var friday = decide("AZ_AHCCCS_S9480", null).days().getLast();

        assertThat(friday.status()).isEqualTo(Status.NOT_BILLABLE);
        assertThat(friday.reason()).isEqualTo("DAY_MINUTES_LT_180");
        assertThat(friday.neededMinutes()).isEqualTo(180);
        assertThat(friday.countableMinutes()).isEqualTo(179);
        var finding = friday.because().getFirst();
        assertThat(finding.evidence()).isEqualTo("179 of 180 minutes");
        assertThat(finding.citation()).contains("azcompletehealth.com");
        assertThat(finding.fix().words()).isEqualTo("1 more minute");
        assertThat(finding.fix().owner()).isEqualTo("clinician");
    }

    @Test
    void an_unsigned_note_holds_the_day_and_names_the_session() {
        sessions.add(group("a", MONDAY, 615, 700, false));

        var day = decide("BCBSNC_COMMERCIAL_IOP", null).days().getFirst();

        assertThat(day.status()).isEqualTo(Status.HOLD);
        assertThat(day.because().getFirst().fix().words())
                .isEqualTo("sign the note of the 10:15 group");
        assertThat(day.because().getFirst().fix().sessionId()).isEqualTo("a");
        assertThat(day.documentationComplete()).isFalse();
    }

    @Test
    void a_week_that_is_not_over_is_held_and_not_lost() {
        sessions.add(group("a", MONDAY, 540, 720, true));

        assertThat(decide("AZ_AHCCCS_S9480", WEDNESDAY).week().status()).isEqualTo(Status.HOLD);
        assertThat(decide("AZ_AHCCCS_S9480", MONDAY.plusDays(6)).week().status())
                .isEqualTo(Status.HOLD);
        assertThat(decide("AZ_AHCCCS_S9480", MONDAY.plusDays(7)).week().status())
                .isEqualTo(Status.NOT_BILLABLE);
    }

    @Test
    void an_authorization_that_ended_holds_the_day_after_it() {
        arizonaWeek(180);

        var days =
                Decisions.decide(
                                week(null),
                                LIBRARY.find("AZ_AHCCCS_S9480", MONDAY),
                                Authorization.days(20, 3, MONDAY, WEDNESDAY))
                        .days();

        assertThat(days)
                .extracting(DayDecision::status)
                .containsExactly(Status.BILLABLE, Status.BILLABLE, Status.HOLD);
        assertThat(days.getLast().reason()).isEqualTo("AUTHORIZATION_ENDED");
        assertThat(days.getLast().because().getFirst().evidence())
                .isEqualTo("the authorization ended on 2026-03-04, 2 days before");
        assertThat(days.getLast().because().getFirst().fix().owner())
                .isEqualTo("utilization reviewer");
        assertThat(days.getLast().deniedForMissingAuthorization()).isTrue();
    }

    @Test
    void units_are_drawn_down_in_the_order_of_the_days() {
        arizonaWeek(180);

        var days =
                Decisions.decide(
                                week(null),
                                LIBRARY.find("AZ_AHCCCS_S9480", MONDAY),
                                Authorization.days(4, 3, null, null))
                        .days();

        assertThat(days)
                .extracting(DayDecision::status)
                .containsExactly(Status.BILLABLE, Status.HOLD, Status.HOLD);
        assertThat(days.get(1).because().getFirst().fix().words())
                .isEqualTo("ask for 1 more authorized day");
        assertThat(days.get(2).because().getFirst().fix().words())
                .isEqualTo("ask for 2 more authorized days");
    }

    @Test
    void a_hold_of_the_application_joins_the_reasons() {
        arizonaWeek(180);
        var consent =
                new Hold(
                        "NO_CONSENT_FOR_PAYMENT",
                        Stage.COVERAGE,
                        null,
                        "no consent for payment is on record",
                        "42 CFR 2.31",
                        "ask for the signature",
                        "front desk");

        var decision =
                Decisions.decide(
                        week(null),
                        LIBRARY.find("AZ_AHCCCS_S9480", MONDAY),
                        Authorization.NOT_REQUIRED,
                        List.of(consent));

        assertThat(decision.days())
                .allSatisfy(day -> {
                    assertThat(day.status()).isEqualTo(Status.HOLD);
                    assertThat(day.reason()).isEqualTo("NO_CONSENT_FOR_PAYMENT");
                    assertThat(day.because().getFirst().fix().owner()).isEqualTo("front desk");
                });
        assertThat(decision.claim().submit()).isFalse();
    }

    @Test
    void a_session_that_does_not_count_is_named_with_its_reason() {
        arizonaWeek(180);
        sessions.set(0, withGroupSize(sessions.get(0), 9));

        var monday = decide("AZ_AHCCCS_S9480", null).days().getFirst();

        assertThat(monday.reason()).isEqualTo("GROUP_SIZE_GT_8");
        assertThat(monday.minutes()).isEqualTo(180);
        assertThat(monday.countableMinutes()).isEqualTo(120);
        assertThat(monday.sessions().getFirst().counts()).isFalse();
        assertThat(monday.sessions().getFirst().reason()).isEqualTo("GROUP_SIZE_GT_8");
        assertThat(monday.because().getFirst().fix().words())
                .isEqualTo("1 fewer client in the 09:00 group");
    }

    @Test
    void a_held_day_still_says_what_it_would_bill() {
        for (int start : new int[] {540, 600, 660}) {
            sessions.add(group("s" + start, MONDAY, start, start + 50, false));
        }

        var day = decide("MEDICARE_HOPD_IOP", null).days().getFirst();

        assertThat(day.status()).isEqualTo(Status.HOLD);
        assertThat(day.bill().paymentClass()).isEqualTo("IOP_3_SERVICES");
        assertThat(day.sessions()).extracting(SessionDecision::revenueCode).containsOnly("0915");
    }

    private void arizonaWeek(int fridayMinutes) {
        for (var date : List.of(MONDAY, WEDNESDAY, FRIDAY, FRIDAY.plusDays(1))) {
            sessions.add(group("a" + date, date, 540, 600, true));
            sessions.add(group("b" + date, date, 600, 660, true));
            sessions.add(group("c" + date, date, 660, 720, true));
        }
        sessions.removeIf(
                session -> session.date().equals(FRIDAY.plusDays(1)) && fridayMinutes == 180);
        sessions.set(
                1,
                session(
                        "b" + MONDAY,
                        MONDAY,
                        600,
                        660,
                        ServiceType.INDIVIDUAL_THERAPY,
                        "LCSW",
                        true));
        sessions.set(
                4,
                session(
                        "b" + WEDNESDAY,
                        WEDNESDAY,
                        600,
                        660,
                        ServiceType.MEDICATION_MANAGEMENT,
                        "BHMP",
                        true));
        if (fridayMinutes != 180) {
            sessions.set(11, group("c", FRIDAY.plusDays(1), 660, 540 + fridayMinutes, true));
        }
    }

    private Decision decide(String ruleSet, LocalDate asOf) {
        return Decisions.decide(
                week(asOf), LIBRARY.find(ruleSet, MONDAY), Authorization.NOT_REQUIRED);
    }

    private Week week(LocalDate asOf) {
        return Week.of(
                new Client(34, DiagnosisClass.MH),
                Program.of(Setting.HOPD_ON_CAMPUS, ProgramType.IOP_PSYCHIATRIC, MONDAY),
                PlanOfCare.UNKNOWN,
                sessions,
                Course.asOf(asOf));
    }

    private static Session group(String id, LocalDate date, int start, int end, boolean signed) {
        return session(id, date, start, end, ServiceType.GROUP_THERAPY, "LCSW", signed);
    }

    private static Session session(
            String id,
            LocalDate date,
            int start,
            int end,
            ServiceType type,
            String leader,
            boolean signed) {
        return Session.attended(
                id, date, start, end, type, Modality.IN_PERSON, leader, signed, 8, null, true);
    }

    private static Session withGroupSize(Session session, int size) {
        return Session.attended(
                session.id(),
                session.date(),
                session.startMinute(),
                session.endMinute(),
                session.serviceType(),
                session.modality(),
                session.staffCredential(),
                true,
                size,
                null,
                true);
    }
}
