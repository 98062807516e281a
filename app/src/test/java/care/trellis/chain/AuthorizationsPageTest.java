package care.trellis.chain;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.ledger.LivedWeek;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
@Import(LivedWeek.class)
class AuthorizationsPageTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired MockMvc mvc;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;

    @Test
    void a_request_and_its_answer_are_recorded_in_one_go_and_the_ledger_draws_from_it()
            throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        clock.set(Instant.parse("2026-03-09T13:00:00Z"));
        var key = UUID.randomUUID();

        mvc.perform(approved(ward, maya, key, "12")).andExpect(status().is3xxRedirection());
        mvc.perform(approved(ward, maya, key, "12")).andExpect(status().is3xxRedirection());

        assertThat(page(ward, "/clients/" + maya.id() + "/authorizations"))
                .containsOnlyOnce("AUTH-77")
                .contains("11 of 12 days left");
        assertThat(page(ward, "/ledger/" + maya.id() + "/" + MONDAY)).contains("1 of 12");
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        var answer =
                mvc.perform(approved(ward, maya, UUID.randomUUID(), "many"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(answer).contains("Enter a whole number.", "AUTH-77", "value=\"many\"");
    }

    @Test
    void a_denial_is_recorded_and_changes_nothing_else() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(10));

        mvc.perform(
                        post("/clients/" + maya.id() + "/authorizations/" + id + "/decision")
                                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                                .with(csrf())
                                .param("answer", "DENIED")
                                .param("from", "2026-03-02")
                                .param("to", "2026-03-12")
                                .param("unit", "DAY")
                                .param("decidedOn", "2026-03-02")
                                .param("reference", "call 8812"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, "/clients/" + maya.id() + "/authorizations"))
                .contains("Denied", "A-5");
    }

    @Test
    void the_worklist_puts_overdrawn_and_missing_first_with_an_owner() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 1, MONDAY, MONDAY.plusDays(5));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, MONDAY.plusDays(1), NINE, 180);
        var theo = clinic.theo(ward);
        clinic.session(ward, MONDAY.plusDays(3), NINE, 180, theo);
        clock.set(Instant.parse("2026-03-04T13:00:00Z"));

        var page = page(ward, "/authorizations");

        assertThat(page)
                .contains("Overdrawn by 1 day", "Utilization reviewer")
                .contains("None, and expected from Mar 5", "1 day without")
                .contains("/clients/" + theo.id() + "/authorizations/new");
        assertThat(page.indexOf("Maya Reyes")).isLessThan(page.indexOf("Theo Brandt"));
    }

    @Test
    void the_reviewers_home_page_says_what_is_due_and_nobody_elses_does() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 1, MONDAY, MONDAY.plusDays(5));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, MONDAY.plusDays(1), NINE, 180);
        clock.set(Instant.parse("2026-03-04T13:00:00Z"));

        assertThat(page(ward, "/"))
                .contains("Ask for more: overdrawn by 1 day, Acme Health", "/review");
        var clinicians =
                mvc.perform(get("/").with(ward.signedIn(Role.CLINICIAN)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(clinicians).doesNotContain("overdrawn");
    }

    @Test
    void a_reader_who_may_not_record_sees_no_way_to() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        mvc.perform(
                        get("/clients/" + maya.id() + "/authorizations/new")
                                .with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isNotFound());
        var list =
                mvc.perform(
                                get("/clients/" + maya.id() + "/authorizations/list")
                                        .with(ward.signedIn(Role.CLINICIAN)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(list).contains("None on record").doesNotContain("/new");
    }

    private MockHttpServletRequestBuilder approved(
            Ward ward, Client client, UUID key, String granted) {
        return post("/clients/" + client.id() + "/authorizations")
                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                .with(csrf())
                .param("key", key.toString())
                .param("contract", ward.contract().toString())
                .param("from", "2026-03-02")
                .param("to", "2026-04-02")
                .param("unit", "DAY")
                .param("units", "18")
                .param("requestedOn", "2026-03-02")
                .param("answer", "APPROVED")
                .param("number", "AUTH-77")
                .param("granted", granted)
                .param("decidedOn", "2026-03-02");
    }

    private String page(Ward ward, String path) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(Role.UTILIZATION_REVIEWER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
