package care.trellis.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class SeatPageTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;
    Clinic.Client theo;
    UUID group;

    @BeforeEach
    void a_group_that_expects_maya() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        group = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
    }

    @Test
    void a_walk_in_joins_the_roster_and_the_adding_is_taken_back() throws Exception {
        var added = sent(post(path("/walk-ins")).param("client", theo.id().toString()));
        assertThat(added)
                .contains("Walk-in", "0 of 2 here", "Theo B. is on the roster.", "id=\"walk-in\"");

        var undo = undoIn(added);
        assertThat(sent(delete(undo))).contains("Taken back.", "0 of 1 here", "hx-swap-oob");
        assertThat(sent(delete(undo))).contains("taken back before");
    }

    @Test
    void who_came_meanwhile_is_not_taken_back() throws Exception {
        var added = sent(post(path("/walk-ins")).param("client", theo.id().toString()));
        clock.set(Instant.parse("2026-03-02T14:05:00Z"));
        sent(put(path("/clients/" + theo.id() + "/arrivals")));

        assertThat(sent(delete(undoIn(added)))).contains("Who was here stays", "1 of 2 here");
    }

    @Test
    void nobody_chosen_is_said_beside_the_field() throws Exception {
        var answer = refused(post(path("/walk-ins")).param("client", ""));

        assertThat(answer.getHeader("HX-Retarget")).isEqualTo("#walk-in");
        assertThat(answer.getContentAsString())
                .contains("id=\"client-error\"", "Choose who came", "aria-invalid=\"true\"");
    }

    @Test
    void a_client_who_is_taken_off_stays_on_the_page_with_the_reason_and_comes_back()
            throws Exception {
        var answer =
                sent(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("why", "Court today")
                                .param("to", ""));
        assertThat(answer)
                .contains("No longer expected", "Court today", "Maya R. is off the roster.");

        assertThat(sent(delete(undoIn(answer)))).contains("Back on the roster.", "0 of 1 here");
        assertThat(page("")).doesNotContain("No longer expected", "Walk-in");
    }

    @Test
    void one_who_was_moved_comes_back_from_the_other_session() throws Exception {
        var later = clinic.session(ward, Clinic.MONDAY, LocalTime.of(13, 0), 60);
        var answer =
                sent(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("why", "Court today")
                                .param("to", later.toString()));
        assertThat(answer).contains("Maya R. moved.");
        assertThat(pageOf(later)).contains("Moved here", "0 of 1 here");

        sent(delete(undoIn(answer)));

        assertThat(page("")).contains("0 of 1 here");
        assertThat(pageOf(later)).contains("0 of 0 here", "Moved back");
    }

    @Test
    void who_is_moved_to_a_full_group_goes_there_only_with_a_reason_of_its_own() throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());
        var later = clinic.session(ward, Clinic.MONDAY, LocalTime.of(13, 0), 60, theo);

        var asked =
                refused(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("why", "Court today")
                                .param("to", later.toString()));
        assertThat(asked.getHeader("HX-Retarget")).isEqualTo("#dialog");
        assertThat(asked.getContentAsString())
                .contains(
                        "Before they move",
                        "Room B seats 1. 1 is expected.",
                        "id=\"despite-error\"",
                        "value=\"Court today\"");
        assertThat(page("")).contains("0 of 1 here").doesNotContain("No longer expected");

        assertThat(
                        sent(
                                post(path("/clients/" + maya.id() + "/removal"))
                                        .param("why", "Court today")
                                        .param("to", later.toString())
                                        .param("despite", "There is a chair more")))
                .contains("Maya R. moved.");
        assertThat(pageOf(later)).contains("0 of 2 here").doesNotContain("There is a chair more");
    }

    @Test
    void who_comes_back_to_a_group_that_filled_up_comes_only_with_a_reason() throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());
        var off = sent(post(path("/clients/" + maya.id() + "/removal")).param("why", "Court"));
        sent(post(path("/walk-ins")).param("client", theo.id().toString()));

        var asked = refused(delete(undoIn(off)));
        assertThat(asked.getHeader("HX-Retarget")).isEqualTo("#dialog");
        assertThat(asked.getContentAsString())
                .contains(
                        "Put Maya R. back",
                        "Room B seats 1. 1 is expected.",
                        "id=\"despite-error\"",
                        "leave them off");
        assertThat(page("")).contains("0 of 1 here", "No longer expected");

        var back = post(path("/clients/" + maya.id() + "/return"));
        assertThat(sent(back.param("despite", "Court was put off")))
                .contains("Back on the roster.", "0 of 2 here")
                .doesNotContain("Court was put off");
        assertThat(passedOver()).as("the reason is kept").containsExactly("FULL");
    }

    @Test
    void a_reason_that_is_too_long_is_kept_on_the_page_and_says_by_how_much() throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());
        var walkIn = post(path("/walk-ins")).param("client", theo.id().toString());

        assertThat(refused(walkIn.param("why", "a".repeat(512))).getContentAsString())
                .contains(
                        "Shorten it by 12 characters: it has 512, and 500 are kept.",
                        "a".repeat(512))
                .doesNotContain("Say why");
        assertThat(page("")).contains("0 of 1 here");
    }

    @Test
    void who_was_discharged_comes_back_only_with_a_reason() throws Exception {
        var off = sent(post(path("/clients/" + maya.id() + "/removal")).param("why", "Court"));
        clinic.write(
                ward,
                "update episodes.episode set discharged_on = '2026-03-01', discharge_reason = 'MOVED' where id = ?",
                maya.episode());

        assertThat(refused(delete(undoIn(off))).getContentAsString())
                .contains("The client", "stay ended on Mar 1, 2026.", "id=\"despite-error\"");
        var back = post(path("/clients/" + maya.id() + "/return"));
        assertThat(sent(back.param("despite", "Says good-bye to the group")))
                .contains("Back on the roster.");
        assertThat(passedOver()).containsExactly("STAY_ENDED");
    }

    @Test
    void one_who_was_moved_comes_back_without_being_asked_of_the_session_they_leave()
            throws Exception {
        var same = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60);
        var answer =
                sent(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("why", "Wrong group")
                                .param("to", same.toString()));
        assertThat(answer).contains("Maya R. moved.");

        assertThat(sent(delete(undoIn(answer)))).contains("Back on the roster.");
    }

    @Test
    void who_is_expected_elsewhere_at_that_hour_joins_only_with_a_reason() throws Exception {
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 30), 60, theo);

        assertThat(
                        refused(post(path("/walk-ins")).param("client", theo.id().toString()))
                                .getContentAsString())
                .contains("The client is expected in", "at that hour.", "id=\"why-error\"");
    }

    @Test
    void a_refused_removal_keeps_what_was_typed() throws Exception {
        var later = clinic.session(ward, Clinic.MONDAY, LocalTime.of(13, 0), 60);
        var answer =
                refused(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("why", " ")
                                .param("to", later.toString()));

        assertThat(answer.getHeader("HX-Retarget")).isEqualTo("#dialog");
        assertThat(answer.getContentAsString())
                .contains("id=\"why-error\"", "Say why, in a few words")
                .contains("value=\"" + later + "\" selected");

        var gone =
                refused(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("why", "Court today")
                                .param("to", UUID.randomUUID().toString()));
        assertThat(gone.getContentAsString())
                .contains("id=\"to-error\"", "choose another", "value=\"Court today\"");
    }

    private String sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(ward.signedIn(Role.FRONT_DESK)).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse refused(MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(ward.signedIn(Role.CLINICIAN)).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse();
    }

    private static String undoIn(String answer) {
        var undo =
                Pattern.compile(
                                "<button[^>]*hx-delete=\"([^\"]+)\"[^>]*>.{0,400}Undo",
                                Pattern.DOTALL)
                        .matcher(answer);
        assertThat(undo.find()).as("an undo").isTrue();
        return undo.group(1);
    }

    private String pageOf(UUID session) throws Exception {
        return sent(get("/sessions/{session}", session));
    }

    private String page(String ending) throws Exception {
        return mvc.perform(get(path(ending)).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String path(String ending) {
        return "/sessions/" + group + ending;
    }

    private List<String> passedOver() {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql("select kinds[1] from sessions.passed_over where session_id = ?")
                                .param(group)
                                .query(String.class)
                                .list()));
    }
}
