package care.trellis.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The settings as an administrator and a director use them. */
@TrellisTest
class SettingsPagesTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;

    private Ward ward;

    @BeforeEach
    void given_a_clinic() {
        ward = clinic.open();
    }

    @Test
    void every_page_opens() throws Exception {
        for (var path :
                new String[] {
                    "/settings",
                    "/settings/organization",
                    "/settings/sites",
                    "/settings/sites/new",
                    "/settings/sites/" + ward.site(),
                    "/settings/rooms/" + ward.room(),
                    "/settings/programs",
                    "/settings/programs/new",
                    "/settings/programs/" + ward.program(),
                    "/settings/staff",
                    "/settings/staff/new",
                    "/settings/staff/" + ward.lead(),
                    "/settings/payers",
                    "/settings/payers/new",
                    "/settings/payers/" + ward.payer(),
                    "/settings/payers/" + ward.payer() + "/contracts/new",
                    "/settings/contracts/" + ward.contract(),
                    "/staff",
                    "/staff/new",
                    "/staff/" + ward.leadAccount(),
                    "/staff/" + ward.leadAccount() + "/email",
                    "/audit",
                    "/account"
                }) {
            assertThat(browse(get(path)).getStatus()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_wrong_npi_is_refused_beside_its_field_and_nothing_typed_is_lost() throws Exception {
        var answer =
                browse(
                        post("/settings/organization")
                                .param("name", "Northgate Behavioral")
                                .param("npi", "1234567890"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("The last digit does not fit the others")
                .contains("value=\"Northgate Behavioral\"");
    }

    @Test
    void a_site_needs_a_time_zone_that_a_person_chose() throws Exception {
        var without =
                browse(post("/settings/sites").param("name", "Eastside").param("state", "NC"));
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(without.getContentAsString()).contains("Choose the time zone");

        var with =
                browse(
                        post("/settings/sites")
                                .param("name", "Eastside")
                                .param("timeZone", "America/Chicago"));
        assertThat(with.getStatus()).isEqualTo(302);
        assertThat(browse(get("/settings/sites")).getContentAsString())
                .contains("Eastside")
                .contains("Central (Chicago)");
    }

    @Test
    void a_charge_of_a_contract_is_added_and_removed() throws Exception {
        var path = "/settings/contracts/" + ward.contract();
        browse(
                post(path + "/fees")
                        .param("service", "GROUP_THERAPY")
                        .param("procedureCode", "90853")
                        .param("revenueCode", "0915")
                        .param("modifiers", "hf gt")
                        .param("charge", "125.50")
                        .param("feeFrom", "2026-01-01"));

        assertThat(browse(get(path)).getContentAsString())
                .contains("90853 HF GT")
                .contains("$125.50");
    }

    @Test
    void an_invitation_shows_its_link_once() throws Exception {
        var answer =
                browse(
                        post("/staff")
                                .param("name", "Theo Brandt")
                                .param("email", "theo@" + ward.organization().value() + ".example")
                                .param("roles", "BILLER"));

        assertThat(answer.getContentAsString()).contains("value=\"http://localhost/invitation/");
        assertThat(browse(get("/staff")).getContentAsString())
                .contains("Theo Brandt")
                .contains("Invited")
                .doesNotContain("/invitation/");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567893, true",
        "1234567890, false",
        "1679576722, true",
        "1679576723, false",
        "123456789, false",
        "12345678x3, false"
    })
    void the_last_digit_of_an_npi_checks_the_others(String npi, boolean right) {
        assertThat(Npi.valid(npi)).isEqualTo(right);
    }

    private MockHttpServletResponse browse(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(csrf()).with(ward.signedIn(Role.values())))
                .andReturn()
                .getResponse();
    }
}
