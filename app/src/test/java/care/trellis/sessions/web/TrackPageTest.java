package care.trellis.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
class TrackPageTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc mvc;

    Clinic.Ward ward;

    @BeforeEach
    void a_clinic() {
        ward = clinic.open();
    }

    @Test
    void a_track_is_founded_and_opens() throws Exception {
        var key = UUID.randomUUID();
        var form =
                post("/tracks")
                        .param("key", key.toString())
                        .param("name", "Evening")
                        .param("program", ward.program().toString());

        mvc.perform(signed(form)).andExpect(redirectedUrl("/tracks/" + key));

        assertThat(page("/tracks")).contains("Evening", "Morning", "No week yet");
        assertThat(page("/tracks/" + key)).contains("Add to the week", "Nobody is enrolled");
    }

    @Test
    void a_name_that_is_taken_comes_back_with_the_text_that_was_typed() throws Exception {
        var form =
                post("/tracks")
                        .param("key", UUID.randomUUID().toString())
                        .param("name", "Morning")
                        .param("program", ward.program().toString());

        var page =
                mvc.perform(signed(form))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page).contains("value=\"Morning\"", "choose another");
    }

    @Test
    void a_block_joins_the_week() throws Exception {
        mvc.perform(signed(block("09:00"))).andExpect(redirectedUrl(path()));

        assertThat(page(path())).contains("9:00 – 10:00", "Process group", "M. Ortiz, J. Kim");
        assertThat(page("/tracks")).contains("Mon 9:00");
    }

    @Test
    void a_block_without_a_time_says_what_to_write_and_keeps_the_rest() throws Exception {
        var page =
                mvc.perform(signed(block("")))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page).contains("Write the time as 09:00", "value=\"Process group\"");
    }

    @Test
    void a_client_is_enrolled_under_first_name_and_initial() throws Exception {
        var maya = clinic.maya(ward);

        mvc.perform(enrolling(maya, "")).andExpect(redirectedUrl(path()));

        assertThat(page(path())).contains("Maya R.", "since Mar 2").doesNotContain("Reyes");
    }

    @Test
    void a_full_group_asks_why_and_keeps_what_was_chosen() throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());
        mvc.perform(signed(block("09:00"))).andExpect(redirectedUrl(path()));
        mvc.perform(enrolling(clinic.maya(ward), "")).andExpect(redirectedUrl(path()));
        var theo = clinic.theo(ward);

        var asked =
                mvc.perform(enrolling(theo, ""))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(asked)
                .contains(
                        "Room B seats 1. 1 is expected.",
                        "Why all the same",
                        "value=\"" + theo.episode() + "\" selected");
        mvc.perform(enrolling(theo, "Maya leaves on Friday")).andExpect(redirectedUrl(path()));
        assertThat(page(path())).contains("Theo B.");
    }

    private MockHttpServletRequestBuilder enrolling(Clinic.Client client, String why) {
        return signed(
                post(path() + "/enrollments")
                        .param("key", UUID.randomUUID().toString())
                        .param("episode", client.episode().toString())
                        .param("enroll-from", "2026-03-02")
                        .param("why", why));
    }

    @Test
    void a_biller_reads_the_week_and_changes_nothing() throws Exception {
        var page =
                mvc.perform(get(path()).with(ward.signedIn(Role.BILLER)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page).doesNotContain("Add to the week");
        mvc.perform(block("09:00").with(ward.signedIn(Role.BILLER)).with(csrf()))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder block(String starts) {
        return post(path() + "/blocks")
                .param("key", UUID.randomUUID().toString())
                .param("title", "Process group")
                .param("service", "GROUP_THERAPY")
                .param("repeats", "WEEKLY")
                .param("every", "1")
                .param("ends", "NEVER")
                .param("day", "MONDAY")
                .param("starts", starts)
                .param("minutes", "60")
                .param("modality", "IN_PERSON")
                .param("room", ward.room().toString())
                .param("lead", ward.lead().toString())
                .param("coLead", ward.coLead().toString())
                .param("from", "2026-03-02")
                .param("to", "");
    }

    private MockHttpServletRequestBuilder signed(MockHttpServletRequestBuilder request) {
        return request.with(ward.signedIn(Role.CLINICIAN)).with(csrf());
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String path() {
        return "/tracks/" + ward.track();
    }
}
