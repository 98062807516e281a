package care.trellis.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
class RosterPageTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc mvc;
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
    void a_walk_in_joins_the_roster() throws Exception {
        mvc.perform(
                        post(path("/walk-ins"))
                                .param("client", theo.id().toString())
                                .with(ward.signedIn(Role.FRONT_DESK))
                                .with(csrf()))
                .andExpect(redirectedUrl(path("")));

        assertThat(page("")).contains("Walk-in", "0 of 2 here");
    }

    @Test
    void a_client_who_is_taken_off_stays_on_the_page_with_the_reason() throws Exception {
        mvc.perform(
                        post(path("/clients/" + maya.id() + "/removal"))
                                .param("reason", "Court today")
                                .with(ward.signedIn(Role.CLINICIAN))
                                .with(csrf()))
                .andExpect(redirectedUrl(path("")));

        assertThat(page("")).contains("No longer expected", "Court today");
    }

    @Test
    void a_session_is_called_off_with_a_reason_only() throws Exception {
        mvc.perform(
                        post(path("/cancellation"))
                                .param("reason", " ")
                                .with(ward.signedIn(Role.CLINICIAN))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post(path("/cancellation"))
                                .param("reason", "Snow")
                                .with(ward.signedIn(Role.CLINICIAN))
                                .with(csrf()))
                .andExpect(redirectedUrl(path("")));

        assertThat(page("")).contains("Called off: Snow").doesNotContain("/arrivals");
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
