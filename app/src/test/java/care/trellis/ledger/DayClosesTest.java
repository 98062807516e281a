package care.trellis.ledger;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TrellisTest
@Import(LivedWeek.class)
class DayClosesTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;
    @Autowired DayCloses closes;
    @Autowired Ledger ledger;

    @Test
    void a_day_closes_when_its_last_session_is_over_and_not_before() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, MONDAY, NINE, 180, maya);

        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(close(ward)).isInstanceOf(Change.Refused.class);
        clock.set(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(close(ward)).isInstanceOf(Change.Done.class);

        assertThat(day(ward).closed()).isTrue();
        assertThat(close(ward)).isInstanceOf(Change.Done.class);
        assertThat(day(ward).turns()).singleElement();
    }

    @Test
    void a_close_lists_what_is_open_and_what_is_mended_later_counts_without_reopening() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);
        theDayIsOver();
        close(ward);

        var then = line(ward).then();
        assertThat(then.state()).isEqualTo(DayState.HOLD);
        assertThat(then.fix()).contains("sign the note");
        lived.signs(ward, session, MONDAY, maya);

        assertThat(state(ward, maya)).isEqualTo(DayState.BILLABLE);
        assertThat(line(ward).differs()).isTrue();
        assertThat(line(ward).then().state()).isEqualTo(DayState.HOLD);
    }

    @Test
    void what_was_settled_is_billed_otherwise_only_after_the_day_is_reopened_with_a_reason() {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.of(9, 30));
        lived.signs(ward, session, MONDAY, maya);
        theDayIsOver();
        close(ward);
        assertThat(state(ward, maya)).isEqualTo(DayState.NOT_BILLABLE);

        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);

        assertThat(state(ward, maya)).isEqualTo(DayState.HOLD);
        var reasons =
                ward.in(() ->
                        ledger.reasons(
                                ward.permit(Action.LEDGER_VIEW), new ClientId(maya.id()), MONDAY));
        assertThat(reasons.reason()).isNotNull();
        assertThat(reasons.reason().code()).isEqualTo("CHANGED_AFTER_CLOSE");
        assertThat(reasons.reason().evidence()).startsWith("Mar 2 closed as not billable");

        assertThat(reopen(ward, " ")).isInstanceOf(Change.Refused.class);
        assertThat(reopen(ward, "The sign-in sheet shows the whole morning"))
                .isInstanceOf(Change.Done.class);
        assertThat(state(ward, maya)).isEqualTo(DayState.BILLABLE);
        assertThat(day(ward).turns())
                .extracting(DayClose.Turned::turn)
                .containsExactly(DayTurn.CLOSED, DayTurn.REOPENED);
        assertThat(day(ward).turns().getLast().reason()).contains("sign-in sheet");

        close(ward);
        assertThat(line(ward).then().state()).isEqualTo(DayState.BILLABLE);
        assertThat(line(ward).differs()).isFalse();
    }

    @Test
    void a_client_who_was_not_there_at_the_close_is_not_billed_unseen() {
        var ward = clinic.open();
        clinic.maya(ward);
        theDayIsOver();
        close(ward);

        var theo = clinic.theo(ward);
        lived.group(ward, theo, MONDAY, NINE, 180);

        assertThat(state(ward, theo)).isEqualTo(DayState.HOLD);
        assertThat(day(ward).lines())
                .anyMatch(line -> line.then() == null && line.now() != null && line.differs());
    }

    @Test
    void a_loss_after_the_close_counts_at_once_and_shows_as_an_amendment() {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);
        lived.signs(ward, session, MONDAY, maya);
        theDayIsOver();
        close(ward);
        assertThat(state(ward, maya)).isEqualTo(DayState.BILLABLE);

        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.of(9, 30));

        assertThat(state(ward, maya)).isEqualTo(DayState.NOT_BILLABLE);
        assertThat(ward.in(() -> closes.standings(ward.permit(Action.LEDGER_VIEW), 7)))
                .singleElement()
                .matches(day -> day.closed() && day.amended() == 1);
    }

    @Test
    void emptying_what_is_kept_changes_no_closed_day() {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.of(9, 30));
        lived.signs(ward, session, MONDAY, maya);
        theDayIsOver();
        close(ward);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);
        var before = state(ward, maya);

        clinic.write(
                ward,
                "delete from ledger.kept_day where organization_id = ?",
                ward.organization().value());
        clinic.write(
                ward,
                "delete from ledger.kept_week where organization_id = ?",
                ward.organization().value());

        assertThat(state(ward, maya)).isEqualTo(before).isEqualTo(DayState.HOLD);
        assertThat(line(ward).then().state()).isEqualTo(DayState.NOT_BILLABLE);
    }

    private void theDayIsOver() {
        clock.set(Instant.parse("2026-03-03T13:00:00Z"));
    }

    private Change<UUID> close(Ward ward) {
        return ward.in(
                () -> closes.close(ward.permit(Action.DAY_CLOSE), ward.site(), MONDAY, Ids.next()));
    }

    private Change<UUID> reopen(Ward ward, String reason) {
        return ward.in(() ->
                closes.reopen(
                        ward.permit(Action.DAY_CLOSE), ward.site(), MONDAY, reason, Ids.next()));
    }

    private DayClose day(Ward ward) {
        return ward.in(() -> closes.of(ward.permit(Action.LEDGER_VIEW), ward.site(), MONDAY));
    }

    private DayClose.Line line(Ward ward) {
        return day(ward).lines().getFirst();
    }

    private DayState state(Ward ward, Client client) {
        return ward.in(() ->
                ledger.days(ward.permit(Action.LEDGER_VIEW), new ClientId(client.id()), MONDAY)
                        .getFirst()
                        .state());
    }
}
