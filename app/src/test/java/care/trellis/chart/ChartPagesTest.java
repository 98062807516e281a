package care.trellis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.episodes.Episodes;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class ChartPagesTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;
    @Autowired Episodes episodes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void the_chart_shows_who_this_week_plan_diagnosis_and_coverage() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);

        var page = page(ward, "/clients/" + maya.id(), Role.CLINICIAN);

        assertThat(page)
                .contains("Maya Reyes", "35 years", "Adult IOP", "Acme Health", "Consent in force")
                .contains("9:00", "Process group", "Expected")
                .contains("9 hours a week", "Sleep through the night")
                .contains("Recurrent depressive disorder, moderate", "Principal")
                .doesNotContain("<title>Maya Reyes");
    }

    @Test
    void front_desk_sees_sessions_coverage_and_contacts_but_nothing_clinical() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);

        assertThat(page(ward, "/clients/" + maya.id(), Role.FRONT_DESK))
                .contains("Maya Reyes", "Process group", "Acme Health", "Contacts")
                .doesNotContain("depressive", "Sleep through the night", "Signed notes")
                .doesNotContain("Authorizations</h2>");
        assertThat(page(ward, "/clients/" + maya.id() + "/admission", Role.FRONT_DESK))
                .doesNotContain("depressive", "Sleep through the night");
    }

    @Test
    void of_a_score_from_elsewhere_the_chart_shows_the_newest_and_its_own_page_all()
            throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        for (int month = 1; month <= 3; month++) {
            clinic.write(
                    ward,
                    "insert into episodes.score (organization_id, id, client_id, instrument, taken_on, total) values (?, ?, ?, 'Own scale', ?, ?)",
                    ward.organization().value(),
                    Ids.next(),
                    maya.id(),
                    LocalDate.of(2026, month, 1),
                    200 + month);
        }

        assertThat(page(ward, "/clients/" + maya.id(), Role.CLINICIAN))
                .containsOnlyOnce("From another system")
                .contains("203");
        assertThat(page(ward, "/clients/" + maya.id() + "/measures", Role.CLINICIAN))
                .contains("201", "202", "203");
    }

    @Test
    void opening_a_chart_is_recorded() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        page(ward, "/clients/" + maya.id(), Role.CLINICIAN);

        var opened =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select count(*) from audit.event
                                                where organization_id = ? and client_id = ? and action = 'CLIENT_VIEW'
                                                """)
                                        .params(ward.organization().value(), maya.id())
                                        .query(Integer.class)
                                        .single()));
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void another_organization_and_a_role_without_charts_find_nothing() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var theirs = clinic.open();

        for (var path : new String[] {"", "/admission"}) {
            browser.perform(
                            get("/clients/" + maya.id() + path)
                                    .with(theirs.signedIn(Role.DIRECTOR)))
                    .andExpect(status().isNotFound());
            browser.perform(
                            get("/clients/" + maya.id() + path)
                                    .with(ward.signedIn(Role.ADMINISTRATOR)))
                    .andExpect(status().isNotFound());
        }
        assertThat(page(theirs, "/clients?status=ALL", Role.DIRECTOR)).doesNotContain("Reyes");
    }

    @Test
    void a_name_is_text_wherever_it_stands() throws Exception {
        var ward = clinic.open();
        var client = clinic.client(ward, "<script>alert(1)</script>", "\"><img src=x>");

        for (var path :
                new String[] {
                    "/clients", "/clients/" + client.id(), "/clients/" + client.id() + "/admission"
                }) {
            assertThat(page(ward, path, Role.DIRECTOR))
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x>");
        }
    }

    @Test
    void the_list_narrows_by_level_coverage_and_status() throws Exception {
        var ward = clinic.open();
        clinic.maya(ward);

        assertThat(page(ward, "/clients", Role.FRONT_DESK)).contains("Maya Reyes", "1 client");
        assertThat(page(ward, "/clients?level=IOP&coverage=CONTRACT", Role.FRONT_DESK))
                .contains("Maya Reyes");
        assertThat(page(ward, "/clients?level=PHP", Role.FRONT_DESK))
                .contains("Nobody fits these filters");
        assertThat(page(ward, "/clients?status=WAITING", Role.FRONT_DESK))
                .doesNotContain("Maya Reyes");
        assertThat(page(clinic.open(), "/clients", Role.FRONT_DESK)).contains("No clients yet");
    }

    @Test
    void a_person_goes_from_a_name_to_a_stay_with_a_plan_on_one_page() throws Exception {
        var ward = clinic.open();
        var key = Ids.next();
        send(
                ward,
                post("/clients")
                        .param("key", key.toString())
                        .param("site", ward.site().toString())
                        .param("givenName", "Ana")
                        .param("familyName", "Ruiz")
                        .param("birthDate", "1990-05-04")
                        .param("sex", "F"));
        var path = "/clients/" + key;
        send(
                ward,
                form(path + "/coverages")
                        .param("payerName", "Acme Health")
                        .param("contract", ward.contract().toString())
                        .param("memberId", "M1")
                        .param("priority", "1")
                        .param("coverageFrom", "2026-01-01"));
        send(
                ward,
                form(path + "/consents")
                        .param("discloser", "Northgate")
                        .param("recipient", "My health plan")
                        .param("purpose", "Payment")
                        .param("what", "Dates and kinds of service")
                        .param("channel", "PAPER")
                        .param("signer", "CLIENT")
                        .param("signedBy", "Ana Ruiz")
                        .param("signedOn", "2026-03-02")
                        .param("revocationExplained", "true")
                        .param("redisclosureExplained", "true"));
        var stay = Ids.next();
        var admit =
                post(path + "/episodes")
                        .param("key", stay.toString())
                        .param("program", ward.program().toString())
                        .param("admitLevel", "IOP")
                        .param("admittedOn", "2026-03-02");
        send(ward, admit);
        send(ward, admit);
        send(
                ward,
                form(path + "/episodes/" + stay + "/plan")
                        .param("hoursPerWeek", "7.5")
                        .param("planFrom", "2026-03-02"));
        send(
                ward,
                form(path + "/episodes/" + stay + "/goals")
                        .param("goalText", "Call a friend twice a week"));
        send(
                ward,
                form(path + "/diagnoses")
                        .param("code", "f33.1")
                        .param("description", "Recurrent depression, moderate")
                        .param("diagnosedOn", "2026-03-02"));

        assertThat(page(ward, path, Role.DIRECTOR))
                .contains("C-1001", "7.5 hours a week", "Call a friend", "F33.1", "Principal")
                .contains("Consent in force", "Billed first")
                .doesNotContain(
                        "ask for the signature", "No plan is in force", "choose or add one");
        assertThat(ward.in(() -> episodes.of(ward.permit(Action.CLIENT_VIEW), new ClientId(key))))
                .as("pressed twice, admitted once")
                .hasSize(1);
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_names_the_fix_under_the_field() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        var page =
                browser.perform(
                                form("/clients/" + maya.id() + "/consents")
                                        .param("discloser", "Northgate")
                                        .param("recipient", "")
                                        .param("purpose", "Payment")
                                        .param("what", "Only the dates")
                                        .param("channel", "PAPER")
                                        .param("signer", "CLIENT")
                                        .param("signedBy", "")
                                        .param("signedOn", "2026-03-02")
                                        .with(csrf())
                                        .with(ward.signedIn(Role.FRONT_DESK)))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page)
                .contains("Only the dates")
                .contains("id=\"recipient-error\"", "id=\"signedBy-error\"")
                .contains("id=\"revocationExplained-error\"");
    }

    @Test
    void a_part_2_program_without_consent_says_what_holds_the_claims_and_what_to_do()
            throws Exception {
        var ward = clinic.open("BCBSNC_COMMERCIAL_IOP", true);
        var maya = clinic.maya(ward);
        clinic.write(
                ward,
                "update clients.consent set revoked_on = '2026-03-01' where organization_id = ? and client_id = ?",
                ward.organization().value(),
                maya.id());

        assertThat(page(ward, "/clients/" + maya.id(), Role.FRONT_DESK))
                .contains("Nothing may leave for a payer (42 CFR Part 2): ask for the signature.");
    }

    private String page(Clinic.Ward ward, String path, Role role) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void send(Clinic.Ward ward, MockHttpServletRequestBuilder request) throws Exception {
        browser.perform(request.with(csrf()).with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().is3xxRedirection());
    }

    private static MockHttpServletRequestBuilder form(String path) {
        return post(path).param("key", UUID.randomUUID().toString());
    }
}
