package care.trellis.ledger;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Estimates;
import care.trellis.attendance.Method;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.engine.rulebook.Outcome;
import care.trellis.payers.ContractChanged;
import care.trellis.payers.ContractId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.GroupsOfContract;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What was seen of a group decides what its day is worth: how many sat there, and until when. */
@TrellisTest
@Import(LivedWeek.class)
class SeenInTheRoomTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired Ledger ledger;
    @Autowired Attendance attendance;
    @Autowired Estimates estimates;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;

    @Test
    void where_the_payer_asks_for_the_times_an_estimate_holds_the_day_until_somebody_confirms_it()
            throws Exception {
        var ward = clinic.open("OK_SOONERCARE_DOCUMENTATION", false);
        var maya = clinic.maya(ward);
        var group = leavesUnseen(ward, maya);

        var held = reasons(ward, maya);
        assertThat(held.state()).isEqualTo(DayState.HOLD);
        assertThat(held.reason()).isNotNull();
        assertThat(held.reason().code()).isEqualTo("LEAVING_NOT_CONFIRMED");
        assertThat(held.reason().evidence()).contains("nobody saw when the client left");
        assertThat(held.reason().citation()).contains("OAC 317:30-5-248");
        assertThat(held.reason().fix())
                .isEqualTo("confirm or correct when the client left the 9:00 Process group");
        assertThat(held.ownerName()).isEqualTo("Maria Ortiz");
        assertThat(page(ward, "/"))
                .contains("Confirm or correct when the client left the 9:00 Process group");
        assertThat(page(ward, "/ledger/" + maya.id() + "/" + MONDAY))
                .contains("9:00 to 12:00, estimated", "On hold", "/sessions/" + group);
        assertThat(page(ward, "/sessions/" + group + "/note")).contains("12:00 estimated");

        ward.run(() ->
                estimates.confirm(
                        ward.permit(Action.ATTENDANCE_CORRECT), Ids.next(), new SessionId(group)));

        var mended = reasons(ward, maya);
        assertThat(mended.state()).isEqualTo(DayState.BILLABLE);
        assertThat(mended.checks())
                .extracting(Check::code)
                .doesNotContain("LEAVING_NOT_CONFIRMED", "LEAVING_ESTIMATED");
    }

    @Test
    void where_no_rule_asks_for_the_times_an_estimate_is_said_and_stops_nothing() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        leavesUnseen(ward, maya);

        var day = reasons(ward, maya);

        assertThat(day.state()).isEqualTo(DayState.BILLABLE);
        assertThat(day.sessions()).singleElement().matches(DayReasons.Attended::estimated);
        assertThat(day.checks())
                .filteredOn(check -> check.code().equals("LEAVING_ESTIMATED"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(check.decides()).isFalse();
                });
    }

    @Test
    void a_group_above_the_payers_limit_does_not_count_until_two_people_change_the_limit() {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var people =
                List.of("Ana", "Ben", "Cleo", "Dov", "Edda", "Finn", "Gina", "Hal", "Ida").stream()
                        .map(name -> clinic.client(ward, name, "Rowe"))
                        .toList();
        var ana = people.getFirst();
        var group = clinic.session(ward, MONDAY, NINE, 180, people.toArray(Client[]::new));
        people.forEach(one -> lived.comes(ward, group, one, MONDAY, NINE, LocalTime.NOON));
        lived.signs(ward, group, MONDAY, people.toArray(Client[]::new));
        theWeekIsOver();

        var day = reasons(ward, ana);
        assertThat(day.state()).isEqualTo(DayState.NOT_BILLABLE);
        assertThat(day.countable()).isZero();
        assertThat(day.checks())
                .filteredOn(check -> check.code().equals("GROUP_SIZE_GT_8"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
                    assertThat(check.evidence()).contains("9 clients, at most 8");
                    assertThat(check.fix()).contains("fewer client");
                    assertThat(check.owner()).isEqualTo(Role.CLINICIAN);
                    assertThat(check.citation()).contains("Arizona Complete Health");
                });

        theContractAllows(ward, 10);

        assertThat(reasons(ward, ana).countable()).isEqualTo(180);
        assertThat(reasons(ward, ana).checks())
                .filteredOn(check -> check.rule().equals("group-size"))
                .singleElement()
                .matches(check -> check.outcome() == Outcome.PASS);
    }

    private UUID leavesUnseen(Ward ward, Client client) {
        var group = clinic.session(ward, MONDAY, NINE, 180, client);
        clock.set(Instant.parse("2026-03-02T14:00:00Z"));
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        new SessionId(group),
                        new ClientId(client.id()),
                        Method.KIOSK));
        clock.set(Instant.parse("2026-03-02T17:01:00Z"));
        ward.run(() -> attendance.closeEnded(ward.permit(Action.CHECK_IN)));
        lived.signs(ward, group, MONDAY, client);
        return group;
    }

    private void theContractAllows(Ward ward, int most) {
        GroupsOfContract.allow(clinic, ward, most);
        lived.tell(ward, new ContractChanged(new ContractId(ward.contract())));
    }

    private void theWeekIsOver() {
        clock.set(Instant.parse("2026-03-09T15:00:00Z"));
    }

    private DayReasons reasons(Ward ward, Client client) {
        return ward.in(() ->
                ledger.reasons(ward.permit(Action.LEDGER_VIEW), new ClientId(client.id()), MONDAY));
    }

    private String page(Ward ward, String path) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path).with(ward.signedIn(Role.CLINICIAN)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
