package care.trellis.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Method;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.RosterSeat;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Several clients are moved at once, and the board is narrowed further. */
@TrellisTest
class MovesTest {

    @Autowired Clinic clinic;
    @Autowired Sessions sessions;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Clinic.Ward ward;
    Clinic.Client maya;
    Clinic.Client theo;
    UUID nine;
    UUID eleven;

    @BeforeEach
    void two_groups_of_one_day() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        nine = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 50, maya, theo);
        eleven = clinic.session(ward, Clinic.MONDAY, LocalTime.of(11, 0), 50);
    }

    @Test
    void those_who_are_chosen_move_with_one_reason_and_the_others_stay() throws Exception {
        assertThat(ask()).contains("Maya R.", "Theo B.", "11:00 Process group, Room B");

        var answer = move("Room is closed", maya.id());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("1 client moved.");
        assertThat(expected(nine)).containsExactly(theo.id());
        assertThat(expected(eleven)).containsExactly(maya.id());
    }

    @Test
    void who_came_while_the_others_were_chosen_stays_and_is_said() throws Exception {
        clock.set(Instant.parse("2026-03-02T13:55:00Z"));
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        new SessionId(nine),
                        new ClientId(theo.id()),
                        Method.STAFF));

        assertThat(move("Room is closed", maya.id(), theo.id()).getContentAsString())
                .contains("1 client moved. Who came by now stays: 1.");
        assertThat(expected(nine)).containsExactly(theo.id());
        assertThat(expected(eleven)).containsExactly(maya.id());
    }

    @Test
    void who_is_expected_in_the_other_session_already_only_leaves_this_one() throws Exception {
        var ten = clinic.session(ward, Clinic.MONDAY, LocalTime.of(10, 0), 50, maya);
        move("Room is closed", theo.id());
        eleven = ten;

        assertThat(move("Room is closed", maya.id()).getContentAsString())
                .contains("1 client moved.");
        assertThat(expected(nine)).isEmpty();
        assertThat(expected(ten)).containsExactly(maya.id());
    }

    @Test
    void nobody_moves_without_a_reason_or_when_nobody_is_chosen() throws Exception {
        assertThat(move("", maya.id(), theo.id()).getStatus()).isEqualTo(422);
        assertThat(move("Room is closed").getContentAsString()).contains("Choose who moves.");
        assertThat(expected(nine)).containsExactlyInAnyOrder(maya.id(), theo.id());
    }

    @Test
    void where_the_last_seat_is_for_one_nobody_of_two_moves_until_somebody_says_why()
            throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());

        var asked = move("Room is closed", maya.id(), theo.id());

        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(asked.getContentAsString())
                .contains(
                        "Theo B.: Room B seats 1. 1 is expected.",
                        "id=\"despite-error\"",
                        "value=\"Room is closed\"")
                .doesNotContain("Maya R.: ");
        assertThat(expected(nine)).containsExactlyInAnyOrder(maya.id(), theo.id());
        assertThat(expected(eleven)).isEmpty();

        assertThat(moveDespite("Two chairs came from next door", maya.id(), theo.id()))
                .contains("2 clients moved.");
        assertThat(expected(nine)).isEmpty();
        assertThat(expected(eleven)).containsExactlyInAnyOrder(maya.id(), theo.id());
        assertThat(passedOver()).containsExactly(theo.id());
    }

    @Test
    void the_board_is_narrowed_by_level_by_who_leads_and_to_those_on_safety_watch()
            throws Exception {
        clinic.write(
                ward,
                """
                insert into safety.flag (organization_id, id, client_id, kind, level, source, words, raised_at, raised_by,
                    raised_by_name, due_at)
                values (?, ?, ?, 'OTHER', 'HIGH', 'STAFF', ''::bytea, now(), ?, 'Maria Ortiz', now())
                """,
                ward.organization().value(),
                UUID.randomUUID(),
                theo.id(),
                ward.leadAccount());

        assertThat(page("?safety=true")).contains("Theo B.").doesNotContain("Maya R.");
        assertThat(page("?level=IOP")).contains("Theo B.", "Maya R.");
        assertThat(page("?level=PHP")).contains("Nobody is expected");
        assertThat(page("?lead=" + ward.lead())).contains("Theo B.", "Maya R.");
        assertThat(page("?lead=" + UUID.randomUUID())).contains("Nobody is expected");
    }

    private String page(String query) throws Exception {
        return mvc.perform(get("/board/" + ward.site() + query).with(ward.signedIn(Role.CLINICIAN)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String ask() throws Exception {
        return mvc.perform(
                        get("/board/sessions/{session}/moves", nine)
                                .with(ward.signedIn(Role.CLINICIAN)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse move(String reason, UUID... clients) throws Exception {
        return move(reason, "", clients);
    }

    private String moveDespite(String despite, UUID... clients) throws Exception {
        return move("Room is closed", despite, clients).getContentAsString();
    }

    private MockHttpServletResponse move(String reason, String despite, UUID... clients)
            throws Exception {
        var request =
                post("/board/sessions/{session}/moves", nine)
                        .param("to", eleven.toString())
                        .param("reason", reason)
                        .param("despite", despite)
                        .with(ward.signedIn(Role.CLINICIAN))
                        .with(csrf());
        for (var client : clients) {
            request = request.param("client", client.toString());
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private List<UUID> passedOver() {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql("select client_id from sessions.passed_over")
                                .query(UUID.class)
                                .list()));
    }

    private List<UUID> expected(UUID session) {
        return ward
                .in(() -> sessions.roster(ward.permit(Action.SESSION_VIEW), new SessionId(session)))
                .stream()
                .filter(RosterSeat::expected)
                .map(seat -> seat.client().value())
                .toList();
    }
}
