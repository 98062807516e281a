package care.trellis.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
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

@TrellisTest
class BoardTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc mvc;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Clinic.Ward ward;
    Clinic.Client maya;
    Clinic.Client theo;
    UUID process;
    UUID skills;

    @BeforeEach
    void a_morning_of_two_groups_for_maya_and_theo() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        process = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya, theo);
        skills = clinic.session(ward, Clinic.MONDAY, LocalTime.of(10, 15), 60, maya);
    }

    @Test
    void the_board_opens_at_the_site_of_the_reader() throws Exception {
        mvc.perform(get("/board").with(ward.signedIn(Role.FRONT_DESK)))
                .andExpect(redirectedUrl("/board/" + ward.site()));
    }

    @Test
    void everybody_expected_today_has_a_row_under_first_name_and_last_initial() throws Exception {
        var page = page("/board/" + ward.site(), Role.FRONT_DESK);

        assertThat(page)
                .contains("Maya R.", "Theo B.", "Acme Health", "9:00 Process group")
                .contains("0.0 of 9.0 h", "0 here · 2 expected")
                .doesNotContain("Reyes", "Brandt");
    }

    @Test
    void a_press_checks_in_and_answers_the_changed_mark_with_an_undo() throws Exception {
        var answer = press(process, maya);

        assertThat(answer)
                .startsWith("<td class=\"board-cell\" id=\"cell-")
                .contains("Present", "Maya R. is here.", "/entries/" + maya.id())
                .doesNotContain(theo.id().toString());
    }

    @Test
    void the_second_session_of_a_day_is_pressed_like_the_first() throws Exception {
        assertThat(press(skills, maya)).contains("10:15", "Present");
    }

    @Test
    void a_late_arrival_pushes_the_row_once_its_week_is_decided_anew() throws Exception {
        page("/board/" + ward.site(), Role.FRONT_DESK);
        clock.set(Instant.parse("2026-03-02T14:17:00Z"));
        var screen = listen("/board/" + ward.site());

        press(process, maya);
        page("/ledger", Role.BILLER);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(screen.getContentAsString())
                                .contains("row-" + maya.id(), "Ends at 1.7"));
    }

    @Test
    void somebody_whom_nobody_pays_for_has_a_row_like_the_others() throws Exception {
        clinic.write(
                ward,
                "update clients.coverage set effective_to = '2026-03-01' where client_id = ?",
                maya.id());
        press(process, maya);
        page("/ledger", Role.BILLER);

        assertThat(page("/board/" + ward.site(), Role.FRONT_DESK)).contains("Maya R.", "Theo B.");
    }

    @Test
    void the_press_can_be_undone() throws Exception {
        press(process, maya);

        var answer =
                mvc.perform(
                                delete(
                                                "/board/sessions/{session}/entries/{client}",
                                                process,
                                                maya.id())
                                        .with(ward.signedIn(Role.FRONT_DESK))
                                        .with(csrf()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(answer).contains("Taken back.", "hx-swap-oob=\"true\"", "Expected");
    }

    @Test
    void who_comes_after_the_start_is_late() throws Exception {
        clock.set(Instant.parse("2026-03-02T14:17:00Z"));

        assertThat(press(process, maya)).contains("Late");
    }

    @Test
    void an_arrival_on_time_moves_nothing_that_was_decided() throws Exception {
        page("/board/" + ward.site(), Role.FRONT_DESK);

        press(process, maya);

        assertThat(toBeDecided()).isEmpty();
    }

    @Test
    void a_late_arrival_moves_the_hours_of_that_client_alone() throws Exception {
        clock.set(Instant.parse("2026-03-02T14:17:00Z"));
        page("/board/" + ward.site(), Role.FRONT_DESK);

        press(process, maya);

        assertThat(toBeDecided()).containsExactly(maya.id());
        assertThat(page("/board/" + ward.site(), Role.FRONT_DESK)).contains("Ends at 1.7");
    }

    private List<UUID> toBeDecided() {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        "select client_id from ledger.stale where organization_id = :organization")
                                .param("organization", ward.organization().value())
                                .query(UUID.class)
                                .list()));
    }

    @Test
    void every_other_open_board_gets_the_changed_mark_and_the_counts_and_only_that()
            throws Exception {
        var screen = listen("/board/" + ward.site());

        press(process, maya);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> screen.getContentAsString().contains("/clients/" + maya.id()));
        assertThat(screen.getContentAsString())
                .contains("event:board", "hx-swap-oob=\"true\"", "id=\"headcount\"", "1 here")
                .contains("Maya R., 9:00 Process group: Present")
                .doesNotContain(theo.id().toString(), "row-");
    }

    @Test
    void the_week_board_hears_it_too() throws Exception {
        var screen = listen("/board/" + ward.site() + "/week");

        press(process, maya);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> screen.getContentAsString().contains("week-" + maya.id()));
    }

    @Test
    void the_board_of_another_organization_hears_nothing() throws Exception {
        var screen = listen("/board/" + ward.site());
        var other = clinic.open();
        var ada = clinic.client(other, "Ada", "Quill");
        var theirs = clinic.session(other, Clinic.MONDAY, LocalTime.of(9, 0), 60, ada);

        mvc.perform(
                        put("/board/sessions/{session}/arrivals/{client}", theirs, ada.id())
                                .with(other.signedIn(Role.FRONT_DESK))
                                .with(csrf()))
                .andExpect(status().isOk());
        press(process, maya);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> screen.getContentAsString().contains("/clients/" + maya.id()));
        assertThat(screen.getContentAsString()).doesNotContain(ada.id().toString());
    }

    @Test
    void a_biller_sees_the_board_and_checks_nobody_in() throws Exception {
        assertThat(page("/board/" + ward.site(), Role.BILLER))
                .contains("Maya R.")
                .doesNotContain("/arrivals/");
        mvc.perform(
                        put("/board/sessions/{session}/arrivals/{client}", process, maya.id())
                                .with(ward.signedIn(Role.BILLER))
                                .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_board_of_a_site_elsewhere_is_not_found() throws Exception {
        var other = clinic.open();

        mvc.perform(get("/board/" + other.site()).with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        put("/board/sessions/{session}/arrivals/{client}", process, maya.id())
                                .with(other.signedIn(Role.DIRECTOR))
                                .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_filter_leaves_the_rows_that_fit() throws Exception {
        press(process, maya);

        assertThat(page("/board/" + ward.site() + "?mark=present", Role.FRONT_DESK))
                .contains("row-" + maya.id())
                .doesNotContain("row-" + theo.id());
        assertThat(page("/board/" + ward.site() + "?payer=Nobody", Role.FRONT_DESK))
                .contains("Nobody is expected");
    }

    @Test
    void the_week_sums_the_minutes_of_the_record() throws Exception {
        press(process, maya);
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        var page = page("/board/" + ward.site() + "/week", Role.DIRECTOR);

        assertThat(page).contains("Mon 2", "1.0 of 9.0 h", "Ends at 2.0");
    }

    @Test
    void a_mark_opens_what_is_behind_it() throws Exception {
        press(process, maya);

        assertThat(
                        page(
                                "/board/sessions/%s/clients/%s".formatted(process, maya.id()),
                                Role.FRONT_DESK))
                .contains("Here since 8:30", "Check out", "by staff")
                .doesNotContain("Reyes");
    }

    @Test
    void the_sheet_has_a_line_for_everybody() throws Exception {
        assertThat(page("/board/" + ward.site() + "/sheet", Role.FRONT_DESK))
                .contains("Maya R.", "Theo B.", "9:00 Process group");
    }

    private String page(String path, Role role) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String press(UUID session, Clinic.Client client) throws Exception {
        return mvc.perform(
                        put("/board/sessions/{session}/arrivals/{client}", session, client.id())
                                .header("Idempotency-Key", UUID.randomUUID())
                                .with(ward.signedIn(Role.FRONT_DESK))
                                .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse listen(String board) throws Exception {
        return mvc.perform(
                        get(board + "/live")
                                .param("date", Clinic.MONDAY.toString())
                                .param("since", Long.toString(System.currentTimeMillis()))
                                .accept("text/event-stream")
                                .with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(request().asyncStarted())
                .andReturn()
                .getResponse();
    }
}
