package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Mark;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.measures.Alert.Decision;
import care.trellis.measures.Alert.Risk;
import care.trellis.safety.Flag;
import care.trellis.safety.Flags;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is urgent covers the page and keeps people here; silence and daily check-ins alert too. */
@TrellisTest
class UrgentAlertsTest {

    @Autowired Clinic clinic;
    @Autowired Giving giving;
    @Autowired Answering answering;
    @Autowired Alerts alerts;
    @Autowired CheckIns checkIns;
    @Autowired SilenceWatch silence;
    @Autowired EvidencePacks packs;
    @Autowired Flags flags;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;

    Ward ward;
    Client maya;
    ClientId client;

    @BeforeEach
    void givenMaya() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        client = new ClientId(maya.id());
    }

    @Test
    void an_acute_screen_covers_every_clinicians_page_until_somebody_takes_it() throws Exception {
        acute();
        var alert = urgent();
        var path = "/measures/alerts/" + alert.id().value();

        assertThat(alarm("/board", Role.CLINICIAN))
                .contains("role=\"alertdialog\"", "data-alarm", "I go now", "Crisis plan");
        assertThat(alarm("http://localhost" + path, Role.CLINICIAN)).doesNotContain("data-alarm");
        assertThat(alarm("/board", Role.FRONT_DESK)).doesNotContain("Maya R.");

        browser.perform(post(path + "/taken").with(csrf()).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().is3xxRedirection());

        assertThat(alarm("/board", Role.CLINICIAN))
                .contains("Maria Ortiz has it.")
                .doesNotContain("data-alarm");
    }

    @Test
    void nobody_is_checked_out_while_an_acute_alert_is_open() {
        var theo = clinic.theo(ward);
        var session =
                new SessionId(
                        clinic.session(ward, Clinic.MONDAY, LocalTime.of(8, 0), 60, maya, theo));
        checkIn(session, client);
        checkIn(session, new ClientId(theo.id()));
        acute();
        var key = Ids.next();

        assertThat(checkOut(session, key)).isInstanceOf(Recording.MustStay.class);
        assertThat(
                        ward.in(() ->
                                attendance.everyoneOut(
                                        ward.permit(Action.CHECK_IN), Ids.next(), session)))
                .as("only Theo leaves")
                .isEqualTo(new care.trellis.attendance.Closing.Closed(1));
        for (var alert : open()) {
            close(alert);
        }

        assertThat(checkOut(session, key)).isInstanceOf(Recording.Recorded.class);
        assertThat(
                        ward
                                .in(() ->
                                        attendance.marks(ward.permit(Action.SESSION_VIEW), session))
                                .stream()
                                .filter(Mark::isHere))
                .isEmpty();
    }

    @Test
    void an_alert_and_its_flag_are_raised_taken_and_closed_as_one() throws Exception {
        answer("PHQ-9", Clinic.MONDAY, Map.of("9", 1));
        var alert = open("SI_ITEM9");

        assertThat(flag(alert))
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Flag.Kind.SUICIDE);
                    assertThat(one.source()).isEqualTo(Flag.Source.MEASURE);
                    assertThat(one.isOpen()).isTrue();
                });
        assertThat(page("/clients/" + maya.id() + "/safety"))
                .contains("Open the alert", "/measures/alerts/" + alert.id().value())
                .contains("Crisis plan");
        assertThat(page("/")).containsOnlyOnce("/measures/alerts/" + alert.id().value());
        assertThat(page("/measures/alerts/" + alert.id().value())).contains("Crisis plan");

        ward.in(() -> alerts.take(ward.permit(Action.ALERT_ACT), alert.id()));
        assertThat(flag(alert).owner()).isEqualTo("Maria Ortiz");
        close(alert);
        assertThat(flag(alert).isOpen()).isFalse();
        assertThat(flag(alert).steps().getLast().words()).isEqualTo("Talked, safe.");
    }

    @Test
    void somebody_who_is_not_ok_alerts_with_and_without_the_rest() {
        checkIn(null, null, false);

        var alert = open("NOT_OK");
        assertThat(alert.alertClass()).isEqualTo(AlertClass.A2);
        assertThat(flag(alert).isOpen()).isTrue();
    }

    @Test
    void a_check_in_is_kept_once_with_its_own_trends_and_two_hard_ones_alert() {
        var key = Ids.next();
        var outcome =
                ward.in(() ->
                        checkIns.record(ward.permit(Action.MEASURE_GIVE), key, client, 2, 9, true)
                                .orThrow());
        ward.in(() ->
                checkIns.record(ward.permit(Action.MEASURE_GIVE), key, client, 2, 9, true)
                        .orThrow());
        assertThat(outcome.result().subscales().keySet()).containsExactly("mood", "craving");
        assertThat(open()).isEmpty();

        clock.advance(Duration.ofDays(1));
        checkIn(1, 3, true);

        assertThat(open("CHECK_IN_HARD").alertClass()).isEqualTo(AlertClass.A2);
        assertThat(
                        ward.in(() ->
                                        checkIns.record(
                                                ward.permit(Action.MEASURE_GIVE),
                                                Ids.next(),
                                                client,
                                                11,
                                                null,
                                                true))
                                .toString())
                .contains("mood", "craving");
    }

    @Test
    void a_check_in_is_two_taps_on_its_page_and_stands_in_the_measures() throws Exception {
        var path = "/clients/" + maya.id() + "/check-in";
        assertThat(page(path)).contains("My mood right now", "I am not OK");

        browser.perform(
                        post(path)
                                .with(csrf())
                                .with(ward.signedIn(Role.FRONT_DESK))
                                .param("key", Ids.next().toString())
                                .param("mood", "6")
                                .param("craving", "2"))
                .andExpect(status().is3xxRedirection());
        assertThat(page("/clients/" + maya.id() + "/measures"))
                .contains("DAILY-CHECK · mood", "DAILY-CHECK · craving");

        browser.perform(
                        post(path)
                                .with(csrf())
                                .with(ward.signedIn(Role.FRONT_DESK))
                                .param("key", Ids.next().toString())
                                .param("craving", "2"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void who_comes_and_gives_no_score_raises_an_alert_with_an_owner_once() {
        var session =
                new SessionId(clinic.session(ward, Clinic.MONDAY, LocalTime.of(8, 0), 60, maya));
        assertThat(look()).as("does not come").isZero();
        checkIn(session, client);

        assertThat(look()).isEqualTo(1);
        assertThat(look()).isZero();
        assertThat(open("NO_DATA"))
                .satisfies(alert -> {
                    assertThat(alert.alertClass()).isEqualTo(AlertClass.A3);
                    assertThat(alert.owner()).isEqualTo(ward.lead());
                    assertThat(alert.measure()).isNull();
                });
    }

    @Test
    void a_rise_of_craving_by_two_steps_is_a_risk_of_relapse_by_our_own_rule() {
        bam(Clinic.MONDAY.minusDays(14), 1, 3);
        bam(Clinic.MONDAY.minusDays(7), 2, 3);
        assertThat(open()).noneMatch(alert -> alert.cause().equals("RELAPSE_RISK"));

        bam(Clinic.MONDAY, 4, 3);

        var alert = open("RELAPSE_RISK");
        assertThat(alert.alertClass()).isEqualTo(AlertClass.A3);
        assertThat(ChangeWords.cause(alert.instrument(), alert.cause()))
                .contains("a rule of this program");
    }

    @Test
    void evidence_made_again_has_the_same_hash_until_something_of_its_days_changes()
            throws Exception {
        for (int number = 0; number < 12; number++) {
            var one = clinic.client(ward, "Client" + number, "Of many");
            answer(new ClientId(one.id()), "PHQ-9", LocalDate.of(2026, 1, 6), all(2));
            answer(new ClientId(one.id()), "PHQ-9", LocalDate.of(2026, 2, 6), all(0));
        }
        var from = LocalDate.of(2026, 1, 1);
        var to = LocalDate.of(2026, 2, 28);
        var id =
                ward.in(() ->
                        packs.make(ward.permit(Action.MEASURE_VIEW), Ids.next(), from, to)
                                .orThrow());
        assertThat(page("/measures/evidence/" + id))
                .contains("Made again just now: the same hash")
                .contains("PHQ-9: reliably better", "100.0 %", "n = 12", "SHA-256");

        clock.advance(Duration.ofDays(3));
        answer("PHQ-9", Clinic.MONDAY, all(1));
        assertThat(page("/measures/evidence/" + id)).contains("the same hash");

        var late = clinic.client(ward, "Late", "Entry");
        answer(new ClientId(late.id()), "PHQ-9", LocalDate.of(2026, 1, 6), all(2));
        answer(new ClientId(late.id()), "PHQ-9", LocalDate.of(2026, 2, 6), all(3));
        assertThat(page("/measures/evidence/" + id))
                .contains("some of it comes out otherwise", "PHQ-9: reliably better")
                .doesNotContain("the same hash");
    }

    @Test
    void evidence_hides_small_groups_and_refuses_days_that_are_not_over() throws Exception {
        answer("PHQ-9", LocalDate.of(2026, 1, 6), all(2));
        var id =
                ward.in(() ->
                        packs.make(
                                        ward.permit(Action.MEASURE_VIEW),
                                        Ids.next(),
                                        LocalDate.of(2026, 1, 1),
                                        LocalDate.of(2026, 2, 28))
                                .orThrow());

        assertThat(page("/measures/evidence/" + id)).contains("Hidden: under 11");
        assertThat(
                        ward.in(() ->
                                        packs.make(
                                                ward.permit(Action.MEASURE_VIEW),
                                                Ids.next(),
                                                Clinic.MONDAY,
                                                Clinic.MONDAY))
                                .toString())
                .contains("NOT_OVER");
    }

    private void acute() {
        answer("ASQ", Clinic.MONDAY, Map.of("1", 1, "2", 0, "3", 0, "4", 0, "5", 1));
    }

    private Alert urgent() {
        return open().stream()
                .filter(one -> one.alertClass() == AlertClass.A0)
                .findFirst()
                .orElseThrow();
    }

    private void bam(LocalDate day, int craving, int confidence) {
        var codes = new java.util.HashMap<String, Integer>();
        for (int item = 1; item <= 17; item++) {
            codes.put("" + item, 0);
        }
        codes.put("8", craving);
        codes.put("9", confidence);
        codes.remove("7");
        answer("BAM-IOP", day, codes);
    }

    private static Map<String, Integer> all(int code) {
        var codes = new java.util.HashMap<String, Integer>();
        for (int item = 1; item <= 8; item++) {
            codes.put("" + item, code);
        }
        codes.put("9", 0);
        return codes;
    }

    private void answer(String instrument, LocalDate day, Map<String, Integer> codes) {
        answer(client, instrument, day, codes);
    }

    private void answer(
            ClientId who, String instrument, LocalDate day, Map<String, Integer> codes) {
        ward.run(() -> {
            var permit = ward.permit(Action.MEASURE_GIVE);
            var given =
                    giving.give(
                                    permit,
                                    Ids.next(),
                                    who,
                                    List.of(instrument),
                                    Mode.PAPER,
                                    Language.ENGLISH,
                                    day)
                            .orThrow();
            var measure = giving.one(permit, who, given.sitting()).measures().getFirst();
            codes.forEach((item, code) ->
                    answering.answer(permit, measure.id(), item, code, Language.ENGLISH));
            answering.submit(permit, measure.id(), "");
        });
    }

    private void checkIn(@Nullable Integer mood, @Nullable Integer craving, boolean ok) {
        ward.in(() ->
                checkIns.record(
                                ward.permit(Action.MEASURE_GIVE),
                                Ids.next(),
                                client,
                                mood,
                                craving,
                                ok)
                        .orThrow());
    }

    private void checkIn(SessionId session, ClientId who) {
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN), Ids.next(), session, who, Method.STAFF));
    }

    private Recording checkOut(SessionId session, java.util.UUID key) {
        return ward.in(() ->
                attendance.checkOut(
                        ward.permit(Action.CHECK_IN), key, session, client, Method.STAFF));
    }

    private int look() {
        return ward.in(() -> silence.look(ward.permit(Action.ALERT_ACT)));
    }

    private List<Alert> open() {
        return ward.in(() -> alerts.open(ward.permit(Action.MEASURE_VIEW)));
    }

    private Alert open(String cause) {
        return open().stream()
                .filter(alert -> alert.cause().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    private void close(Alert alert) {
        ward.in(() ->
                alerts.close(
                                ward.permit(Action.ALERT_ACT),
                                alert.id(),
                                Decision.SAFE_TO_LEAVE,
                                Risk.LOW,
                                true,
                                "Talked, safe.")
                        .orThrow());
    }

    private Flag flag(Alert alert) {
        return ward.in(() ->
                flags.of(ward.permit(Action.SAFETY_VIEW), client).stream()
                        .filter(one -> one.id().value().equals(alert.id().value()))
                        .findFirst()
                        .orElseThrow());
    }

    private String alarm(String from, Role role) throws Exception {
        return browser.perform(
                        get("/measures/alerts/alarm")
                                .header("HX-Current-URL", from)
                                .with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
