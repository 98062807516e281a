package care.trellis.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Planning a session of one client, as a clinician does it. */
@TrellisTest
class PlanPageTest {

    @Autowired MockMvc mvc;
    @Autowired Clinic clinic;
    @Autowired Sessions sessions;

    private Clinic.Ward ward;
    private Clinic.Client maya;
    private Clinic.Client theo;

    @BeforeEach
    void a_group_of_maya_in_room_b() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
    }

    @Test
    void the_chart_and_the_day_board_lead_to_it_for_those_who_may_plan() throws Exception {
        assertThat(page("/clients/" + maya.id(), Role.CLINICIAN))
                .contains("/sessions/new?client=" + maya.id());
        assertThat(page("/board/" + ward.site() + "?date=" + Clinic.MONDAY, Role.FRONT_DESK))
                .contains("/sessions/new?site=" + ward.site() + "&amp;date=2026-03-02");
        assertThat(page("/clients/" + maya.id(), Role.BILLER)).doesNotContain("/sessions/new");
    }

    @Test
    void it_opens_with_the_client_the_day_and_oneself_chosen() throws Exception {
        assertThat(page("/sessions/new?client=" + maya.id(), Role.CLINICIAN))
                .contains(
                        "value=\"" + maya.id() + "\" selected",
                        "value=\"" + ward.lead() + "\" selected",
                        "value=\"2026-03-02\"");
    }

    @Test
    void what_is_planned_is_an_ordinary_session_with_its_roster() throws Exception {
        var key = Ids.next();
        var planned = send(plan(key, maya, "11:00").param("second", ward.coLead().toString()));
        assertThat(planned.getRedirectedUrl()).isEqualTo("/sessions/" + key);
        assertThat(send(plan(key, maya, "11:00").param("second", ward.coLead().toString())))
                .as("a second press")
                .returns("/sessions/" + key, MockHttpServletResponse::getRedirectedUrl);

        assertThat(page("/sessions/" + key, Role.CLINICIAN))
                .contains("Individual therapy", "Maya R.", "0 of 1 here", "11:00 – 11:50")
                .contains("M. Ortiz", "Kim");
        assertThat(
                        ward.in(() ->
                                sessions.roster(
                                        ward.permit(Action.SESSION_VIEW), new SessionId(key))))
                .hasSize(1);
    }

    @Test
    void what_the_time_is_taken_by_is_said_in_words_before_it_is_saved() throws Exception {
        var conflicts =
                send(
                        plan(Ids.next(), maya, "09:30", "/sessions/new/conflicts")
                                .param("room", ward.room().toString()));
        assertThat(conflicts.getContentAsString())
                .contains(
                        "Maya R. is expected in Process group on Mon, Mar 2, 9:00 to 10:00.",
                        "Maria Ortiz leads Process group on Mon, Mar 2, 9:00 to 10:00.",
                        "Room B is taken by Process group on Mon, Mar 2, 9:00 to 10:00.");

        var free = send(plan(Ids.next(), theo, "10:00", "/sessions/new/conflicts"));
        assertThat(free.getContentAsString()).contains("Client, staff and room are free.");
    }

    @Test
    void a_client_is_wanted_twice_only_by_one_who_means_it_and_staff_never() throws Exception {
        var key = Ids.next();
        assertThat(send(plan(key, maya, "09:30").param("anyway", "true")).getStatus())
                .as("Maria leads the group then")
                .isEqualTo(422);
        clinic.write(
                ward,
                "delete from sessions.facilitator where organization_id = ?",
                ward.organization().value());
        var refused = send(plan(key, maya, "09:30"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("Maya R. is expected in Process group", "anyway-error")
                .contains("value=\"09:30\"", "value=\"" + maya.id() + "\" selected");

        var meant = send(plan(key, maya, "09:30").param("anyway", "true"));
        assertThat(meant.getRedirectedUrl()).isEqualTo("/sessions/" + key);
    }

    @Test
    void what_was_called_off_takes_no_time() throws Exception {
        var key = Ids.next();
        send(plan(key, theo, "13:00"));
        assertThat(send(plan(Ids.next(), theo, "13:20")).getStatus()).isEqualTo(422);

        send(post("/sessions/" + key + "/cancellation").param("reason", "Client ill"));

        assertThat(send(plan(Ids.next(), theo, "13:20")).getStatus()).isEqualTo(302);
    }

    @Test
    void each_thing_missing_is_named_beside_its_field() throws Exception {
        var answer =
                send(
                        post("/sessions/new")
                                .param("key", Ids.next().toString())
                                .param("site", ward.site().toString())
                                .param("client", UUID.randomUUID().toString())
                                .param("kind", "FAMILY_THERAPY")
                                .param("lead", ward.lead().toString())
                                .param("second", ward.lead().toString())
                                .param("modality", "VIDEO")
                                .param("room", ward.room().toString())
                                .param("date", "2026-03-02")
                                .param("starts", "")
                                .param("minutes", "2"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("client-error", "does not take in that day")
                .contains("second-error", "this one leads already")
                .contains("room-error", "by video takes no room")
                .contains("starts-error", "minutes-error")
                .contains("value=\"FAMILY_THERAPY\" checked");
    }

    @Test
    void a_client_of_another_organization_is_not_found() throws Exception {
        var other = clinic.open();

        assertThat(
                        mvc.perform(
                                        get("/sessions/new?client=" + maya.id())
                                                .with(other.signedIn(Role.DIRECTOR)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletRequestBuilder plan(UUID key, Clinic.Client client, String starts) {
        return plan(key, client, starts, "/sessions/new");
    }

    private MockHttpServletRequestBuilder plan(
            UUID key, Clinic.Client client, String starts, String path) {
        return post(path)
                .param("key", key.toString())
                .param("site", ward.site().toString())
                .param("client", client.id().toString())
                .param("kind", "INDIVIDUAL_THERAPY")
                .param("lead", ward.lead().toString())
                .param("modality", "IN_PERSON")
                .param("date", "2026-03-02")
                .param("starts", starts)
                .param("minutes", "50");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(ward.signedIn(Role.CLINICIAN)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String path, Role role) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(role)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
