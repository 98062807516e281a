package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.measures.Alert.Decision;
import care.trellis.measures.Alert.Risk;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import care.trellis.web.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who must act, until when, and how it ends: facts/clinical.md 2.3 and 2.5. */
@TrellisTest
class AlertsTest {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired Clinic clinic;
    @Autowired Giving giving;
    @Autowired Answering answering;
    @Autowired Alerts alerts;
    @Autowired AlertInbox inbox;
    @Autowired SettableClock clock;

    Ward ward;
    Client maya;

    @BeforeEach
    void givenMaya() {
        ward = clinic.open();
        maya = clinic.maya(ward);
    }

    @Test
    void each_class_has_its_clock_and_a_weekend_is_no_business_day() {
        var friday = Instant.parse("2026-03-06T15:00:00Z");

        assertThat(AlertRaiser.due(AlertClass.A0, friday, NEW_YORK))
                .isEqualTo(friday.plus(Duration.ofMinutes(5)));
        assertThat(AlertRaiser.due(AlertClass.A1, friday, NEW_YORK))
                .isEqualTo(friday.plus(Duration.ofMinutes(60)));
        assertThat(AlertRaiser.due(AlertClass.A2, friday, NEW_YORK))
                .isEqualTo(friday.plus(Duration.ofHours(4)));
        assertThat(AlertRaiser.due(AlertClass.A3, friday, NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-09T21:00:00Z"));
    }

    @Test
    void an_acute_screen_is_the_most_urgent_and_stands_in_every_clinicians_inbox() {
        enter("ASQ", Clinic.MONDAY, Map.of("1", 1, "2", 0, "3", 0, "4", 0, "5", 1));

        var open = open();

        assertThat(open).extracting(Alert::alertClass).contains(AlertClass.A0);
        assertThat(open).anyMatch(Alert::immediate);
        assertThat(ward.in(() -> inbox.waiting(ward.permit(Action.OWN_ACCOUNT))))
                .anyMatch(waiting -> waiting.urgency() == Waiting.Urgency.SAFETY);
    }

    @Test
    void an_alert_about_safety_closes_with_the_risk_the_decision_and_a_note_and_once() {
        enter("PHQ-9", Clinic.MONDAY, Map.of("9", 1));
        var alert = only("SI_ITEM9");

        assertThat(close(alert, Decision.SAFE_TO_LEAVE, null, "Talked."))
                .isInstanceOf(Change.Refused.class);
        assertThat(close(alert, Decision.CONTINUE, Risk.LOW, "Talked."))
                .isInstanceOf(Change.Refused.class);
        assertThat(close(alert, Decision.SAFE_TO_LEAVE, Risk.LOW, " "))
                .isInstanceOf(Change.Refused.class);
        assertThat(close(alert, Decision.SAFE_TO_LEAVE, Risk.LOW, "Passive thoughts, no plan."))
                .isInstanceOf(Change.Done.class);
        close(alert, Decision.EMERGENCY, Risk.HIGH, "A second press changes nothing.");

        var closed =
                ward.in(() -> alerts.of(ward.permit(Action.MEASURE_VIEW), new ClientId(maya.id())));
        assertThat(closed)
                .filteredOn(one -> one.id().equals(alert.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.closing()).isNotNull();
                    assertThat(one.closing().note()).isEqualTo("Passive thoughts, no plan.");
                    assertThat(one.closing().risk()).isEqualTo(Risk.LOW);
                });
    }

    @Test
    void what_is_over_its_time_is_escalated_once() {
        enter("PHQ-9", Clinic.MONDAY, Map.of("9", 1));

        clock.advance(Duration.ofHours(3));
        var early = escalate();
        clock.advance(Duration.ofHours(2));
        var late = escalate();

        assertThat(early).isZero();
        assertThat(late).isEqualTo(open().size());
        assertThat(escalate()).isZero();
        assertThat(only("SI_ITEM9").escalatedAt()).isNotNull();
    }

    @Test
    void a_course_that_gets_reliably_worse_alerts_once_until_it_is_closed() {
        var admitted = LocalDate.of(2026, 1, 5);
        enter("GAD-7", admitted, all(1));
        enter("GAD-7", admitted.plusDays(14), all(2));
        enter("GAD-7", admitted.plusDays(28), all(3));

        var worse =
                open().stream()
                        .filter(alert -> alert.cause().equals("RELIABLE_DETERIORATION"))
                        .toList();

        assertThat(worse).hasSize(1);
        assertThat(worse.getFirst().alertClass()).isEqualTo(AlertClass.A3);
        assertThat(close(worse.getFirst(), Decision.CHANGE_PLAN, null, "Added a second session."))
                .isInstanceOf(Change.Done.class);
    }

    private void enter(String instrument, LocalDate day, Map<String, Integer> codes) {
        ward.run(() -> {
            var permit = ward.permit(Action.MEASURE_GIVE);
            var client = new ClientId(maya.id());
            var given =
                    giving.give(
                                    permit,
                                    Ids.next(),
                                    client,
                                    List.of(instrument),
                                    Mode.PAPER,
                                    Language.ENGLISH,
                                    day)
                            .orThrow();
            var measure = giving.one(permit, client, given.sitting()).measures().getFirst();
            codes.forEach((item, code) ->
                    answering.answer(permit, measure.id(), item, code, Language.ENGLISH));
            answering.submit(permit, measure.id(), "");
        });
    }

    private static Map<String, Integer> all(int code) {
        return Map.of("1", code, "2", code, "3", code, "4", code, "5", code, "6", code, "7", code);
    }

    private List<Alert> open() {
        return ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT)));
    }

    private Alert only(String cause) {
        return open().stream()
                .filter(alert -> alert.cause().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    private int escalate() {
        return ward.in(() -> alerts.escalate(ward.permit(Action.ALERT_ACT)));
    }

    private Change<Alert> close(
            Alert alert,
            Decision decision,
            @org.jspecify.annotations.Nullable Risk risk,
            String note) {
        return ward.in(() ->
                alerts.close(
                        ward.permit(Action.ALERT_ACT), alert.id(), decision, risk, true, note));
    }
}
