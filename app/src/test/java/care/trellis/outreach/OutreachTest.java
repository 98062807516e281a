package care.trellis.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.messages.Language;
import care.trellis.messages.Message;
import care.trellis.messages.Messages;
import care.trellis.messages.Preference;
import care.trellis.messages.Preferences;
import care.trellis.messages.Remind;
import care.trellis.messages.State;
import care.trellis.messages.Way;
import care.trellis.outreach.Absence.Outcome;
import care.trellis.outreach.Absence.Result;
import care.trellis.outreach.Ladder.Step;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Reminders before, and people looked for after. */
@TrellisTest
class OutreachTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc browser;
    @Autowired Reminders reminders;
    @Autowired Absences absences;
    @Autowired Warnings warnings;
    @Autowired Messages messages;
    @Autowired Preferences preferences;
    @Autowired Sessions sessions;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;
    Clinic.Client theo;
    SessionId first;
    SessionId second;

    @BeforeEach
    void givenTwoGroupsOnTuesdayMorning() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        var tuesday = Clinic.MONDAY.plusDays(1);
        first = new SessionId(clinic.session(ward, tuesday, LocalTime.of(11, 0), 60, maya, theo));
        second = new SessionId(clinic.session(ward, tuesday, LocalTime.of(12, 10), 60, maya, theo));
        clinic.write(
                ward,
                "update clients.client set phone = '555 555 0101' where organization_id = ? and id = ?",
                ward.organization().value(),
                maya.id());
        ward.run(() ->
                preferences.save(
                        ward.permit(Action.CLIENT_EDIT),
                        new ClientId(maya.id()),
                        new Preference(Way.TEXT, Language.EN, Remind.BOTH, null)));
    }

    @Test
    void one_visit_is_reminded_of_once_the_day_before_and_once_two_hours_before() {
        assertThat(plan()).isEqualTo(2);
        assertThat(plan()).isZero();

        assertThat(outbox(State.QUEUED))
                .extracting(Message::notBefore)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-03-02T16:00:00Z"),
                        Instant.parse("2026-03-03T14:00:00Z"));
        assertThat(outbox(State.QUEUED)).allMatch(message -> message.text().contains("11:00 AM"));
    }

    @Test
    void nobody_is_reminded_of_the_second_group_in_the_first() {
        clock.set(Instant.parse("2026-03-03T16:05:00Z"));
        checkIn(maya);

        assertThat(plan()).isZero();
    }

    @Test
    void a_session_that_is_called_off_takes_its_reminders_back_and_the_next_one_leads() {
        plan();

        ward.run(() -> sessions.cancel(ward.permit(Action.SESSION_EDIT), first, "Snow"));

        assertThat(outbox(State.QUEUED)).isEmpty();
        assertThat(outbox(State.WITHDRAWN)).hasSize(2);
        assertThat(plan()).isEqualTo(2);
        assertThat(outbox(State.QUEUED)).allMatch(message -> message.text().contains("12:10 PM"));
    }

    @Test
    void who_is_off_the_roster_is_not_reminded() {
        plan();

        ward.run(() -> {
            var permit = ward.permit(Action.SESSION_EDIT);
            sessions.remove(permit, first, new ClientId(maya.id()), "Left");
            sessions.remove(permit, second, new ClientId(maya.id()), "Left");
        });

        assertThat(outbox(State.QUEUED)).isEmpty();
        assertThat(plan()).isZero();
    }

    @Test
    void a_quarter_of_an_hour_into_the_group_who_is_not_here_is_missed_once() {
        clock.set(Instant.parse("2026-03-03T16:10:00Z"));
        checkIn(theo);
        assertThat(notice()).isZero();

        clock.set(Instant.parse("2026-03-03T16:16:00Z"));
        assertThat(notice()).isEqualTo(1);
        assertThat(notice()).isZero();
        clock.set(Instant.parse("2026-03-03T17:40:00Z"));
        assertThat(notice()).as("the second group of the same day").isZero();

        assertThat(list())
                .singleElement()
                .satisfies(absence -> {
                    assertThat(absence.name()).isEqualTo("Maya R.");
                    assertThat(absence.open()).isTrue();
                });
    }

    @Test
    void who_comes_late_or_is_excused_is_not_called() {
        missed();
        checkIn(maya);
        ward.run(() ->
                attendance.markAbsent(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        first,
                        new ClientId(theo.id()),
                        Status.EXCUSED,
                        "Called"));

        notice();

        assertThat(list())
                .extracting(Absence::outcome)
                .containsExactlyInAnyOrder(Outcome.CAME, Outcome.EXPLAINED);
    }

    @Test
    void one_button_writes_to_everybody_once_and_says_who_wants_nothing() {
        missed();

        assertThat(ward.in(() -> absences.textAll(ward.permit(Action.OUTREACH)))).isEqualTo(1);
        assertThat(ward.in(() -> absences.textAll(ward.permit(Action.OUTREACH)))).isZero();

        assertThat(outbox(State.QUEUED))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).startsWith("We missed you today"));
        assertThat(of(theo).attempts().getFirst().result()).isEqualTo(Result.NOT_WANTED);
    }

    @Test
    void a_call_is_kept_once_with_its_caller_who_looks_after_it_from_then_on() {
        missed();
        var key = Ids.next();

        for (int turn = 0; turn < 2; turn++) {
            ward.in(() ->
                    absences.add(
                            ward.permit(Action.OUTREACH),
                            key,
                            of(maya).id(),
                            Step.CALL,
                            Result.VOICEMAIL,
                            "Asked to call back",
                            false));
        }

        assertThat(of(maya).attempts()).hasSize(1);
        assertThat(of(maya).owner()).isEqualTo("Maria Ortiz");
    }

    @Test
    void nobody_else_is_told_without_the_clients_word() {
        missed();

        var refused =
                ward.in(() ->
                        absences.add(
                                ward.permit(Action.OUTREACH),
                                Ids.next(),
                                of(maya).id(),
                                Step.EMERGENCY_CONTACT,
                                Result.REACHED,
                                "",
                                false));

        assertThat(refused).isInstanceOf(Change.Refused.class);
        assertThat(of(maya).attempts()).isEmpty();
    }

    @Test
    void the_pages_show_who_is_missed_and_who_may_be_about_to_leave() throws Exception {
        missed();

        assertThat(page("/outreach", ward.signedIn(Role.FRONT_DESK)))
                .contains("Maya R.", "Write to all 2", "Next step within 2 h");
        browser.perform(
                        post("/outreach/" + of(maya).id().value() + "/outcome")
                                .param("outcome", "RETURNS")
                                .with(csrf())
                                .with(ward.signedIn(Role.FRONT_DESK)))
                .andReturn();
        assertThat(of(maya).outcome()).isEqualTo(Outcome.RETURNS);
        assertThat(page("/outreach/warning", ward.signedIn(Role.CLINICIAN)))
                .contains("How the points are made");
        assertThat(page("/outreach", ward.signedIn(Role.FRONT_DESK)))
                .as("the front desk does not see signs that stand on scores and tests")
                .doesNotContain("Early warning");
    }

    @Test
    void days_that_were_missed_make_points_the_next_week_and_a_line_on_the_home_page()
            throws Exception {
        for (int day = 2; day < 5; day++) {
            clinic.session(ward, Clinic.MONDAY.plusDays(day), LocalTime.of(11, 0), 60, maya);
        }
        clock.set(Instant.parse("2026-03-07T15:00:00Z"));

        var judged = ward.in(() -> warnings.now(ward.permit(Action.RETENTION_VIEW)));

        assertThat(judged.getFirst().name()).isEqualTo("Maya R.");
        assertThat(judged.getFirst().warning().band()).isEqualTo(Warning.Band.ACT);
        assertThat(judged.getLast().warning().band()).isEqualTo(Warning.Band.STEADY);
        assertThat(page("/", ward.signedIn(Role.CLINICIAN)))
                .contains("May be about to leave: see the signs and act today");
        assertThat(page("/", ward.signedIn(Role.FRONT_DESK))).doesNotContain("about to leave");
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return browser.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }

    private void missed() {
        clock.set(Instant.parse("2026-03-03T16:20:00Z"));
        assertThat(notice()).isEqualTo(2);
    }

    private int plan() {
        return ward.in(() -> reminders.plan(ward.permit(Action.OUTREACH)));
    }

    private int notice() {
        return ward.in(() -> absences.notice(ward.permit(Action.OUTREACH)));
    }

    private List<Absence> list() {
        return ward.in(() -> absences.list(ward.permit(Action.OUTREACH)));
    }

    private Absence of(Clinic.Client client) {
        return list().stream()
                .filter(one -> one.client().value().equals(client.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Message> outbox(State state) {
        return ward.in(
                () -> messages.inStates(ward.permit(Action.MESSAGE_VIEW), EnumSet.of(state)));
    }

    private void checkIn(Clinic.Client client) {
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        first,
                        new ClientId(client.id()),
                        Method.STAFF));
    }
}
