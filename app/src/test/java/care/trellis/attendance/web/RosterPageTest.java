package care.trellis.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.attendance.Attendance;
import care.trellis.base.Action;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
class RosterPageTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc mvc;
    @Autowired Attendance attendance;
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
    void the_page_shows_who_is_expected_and_the_press_that_comes_next() throws Exception {
        assertThat(page(""))
                .contains("Maya R.", "0 of 1 here", "/arrivals", "Theo B.", "Room B")
                .doesNotContain("Reyes", "Brandt");
    }

    @Test
    void in_and_out_answer_the_roster_as_it_stands() throws Exception {
        clock.set(Instant.parse("2026-03-02T14:05:00Z"));
        assertThat(sent(put(path("/clients/" + maya.id() + "/arrivals"))))
                .contains("Late", "9:05", "/departures", "1 of 1 here");
        clock.set(Instant.parse("2026-03-02T14:45:00Z"));
        assertThat(sent(put(path("/departures")))).contains("9:45", "40 min", "1 client left.");
    }

    @Test
    void a_leaving_that_nobody_saw_is_said_and_confirmed_with_one_press() throws Exception {
        clock.set(Instant.parse("2026-03-02T14:05:00Z"));
        sent(put(path("/clients/" + maya.id() + "/arrivals")));
        assertThat(page("")).doesNotContain("/confirmation");
        clock.set(Instant.parse("2026-03-02T15:01:00Z"));
        ward.run(() -> attendance.closeEnded(ward.permit(Action.CHECK_IN)));

        assertThat(page(""))
                .contains("Nobody saw 1 client leave", "leaving estimated", path("/confirmation"));
        assertThat(sent(put(path("/confirmation"))))
                .contains("1 leaving confirmed.", "10:00", "55 min")
                .doesNotContain("Nobody saw", "leaving estimated");
    }

    @Test
    void a_session_is_called_off_with_a_reason_only() throws Exception {
        assertThat(refused(post(path("/cancellation")).param("reason", " ")).getContentAsString())
                .contains("id=\"reason-error\"", "Say why the session is called off");
        mvc.perform(
                        post(path("/cancellation"))
                                .param("reason", "Snow")
                                .with(ward.signedIn(Role.CLINICIAN))
                                .with(csrf()))
                .andExpect(redirectedUrl(path("")));

        assertThat(page(""))
                .contains("Called off: Snow")
                .doesNotContain("/arrivals", "session-forms");
        assertThat(page("/roster"))
                .as("an open page loses its forms")
                .contains("<div id=\"session-forms\" hx-swap-oob=\"true\"></div>");
    }

    @Test
    void an_open_page_hears_of_its_own_session_and_of_no_other() throws Exception {
        var other = clinic.session(ward, Clinic.MONDAY, LocalTime.of(13, 0), 60, maya);
        var mine = listen(group);
        var others = listen(other);

        sent(post(path("/walk-ins")).param("client", theo.id().toString()));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> mine.getContentAsString().contains("event:roster"));
        assertThat(others.getContentAsString()).doesNotContain("event:roster");
        assertThat(mine.getContentAsString()).doesNotContain("Theo", theo.id().toString());
        assertThat(page("")).contains("sse-connect=\"" + path("/live?since="));
    }

    @Test
    void a_correction_is_asked_for_a_reason_and_stands_in_the_history() throws Exception {
        var correction = path("/clients/" + maya.id() + "/correction");
        mvc.perform(correction(correction, "")).andExpect(status().isUnprocessableContent());
        mvc.perform(correction(correction, "Sheet says so")).andExpect(redirectedUrl(path("")));

        assertThat(page("")).contains("9:10", "9:50", "40 min");
        assertThat(page("/clients/" + maya.id() + "/correction"))
                .contains("Sheet says so", "Corrected");
    }

    @Test
    void the_sheet_has_a_code_beside_each_name() throws Exception {
        assertThat(page("/sheet")).contains("Maya R.", "C-" + maya.id().toString().substring(24));
    }

    @Test
    void a_session_of_another_organization_is_not_found() throws Exception {
        var other = clinic.open();

        mvc.perform(get(path("")).with(other.signedIn(Role.DIRECTOR)))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder correction(String path, String reason) {
        return post(path)
                .param("key", UUID.randomUUID().toString())
                .param("status", "PRESENT")
                .param("came", "09:10")
                .param("left", "09:50")
                .param("reason", reason)
                .with(ward.signedIn(Role.CLINICIAN))
                .with(csrf());
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

    private MockHttpServletResponse listen(UUID session) throws Exception {
        return mvc.perform(
                        get("/sessions/{session}/live", session)
                                .param("since", Long.toString(System.currentTimeMillis()))
                                .accept("text/event-stream")
                                .with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(request().asyncStarted())
                .andReturn()
                .getResponse();
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
}
