package care.trellis.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** The settings as an administrator and a director use them. */
@TrellisTest
class SettingsPagesTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

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
                    "/settings/contracts/" + ward.contract() + "/income",
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
    void a_double_click_adds_a_site_room_program_person_and_credential_once() throws Exception {
        var site = twice("/settings/sites", "name", "Eastside", "timeZone", "America/Chicago");
        twice("/settings/sites/" + ward.site() + "/rooms", "room", "Garden", "capacity", "9");
        twice(
                "/settings/programs",
                "name",
                "Evening IOP",
                "site",
                ward.site().toString(),
                "levelOfCare",
                "IOP",
                "setting",
                "HOSPITAL_BASED",
                "programType",
                "IOP_PSYCHIATRIC",
                "offeredDays",
                "3",
                "hoursPerDay",
                "3");
        twice("/settings/staff", "givenName", "Noor", "familyName", "Haddad");
        twice("/settings/staff/" + ward.lead() + "/credentials", "code", "LPC", "number", "77");

        assertThat(site).isEqualTo(1);
        assertThat(count("select count(*) from organizations.site")).isEqualTo(2);
        assertThat(count("select count(*) from organizations.room where name = 'Garden'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from organizations.program")).isEqualTo(2);
        assertThat(count("select count(*) from organizations.staff where family_name = 'Haddad'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from organizations.credential where code = 'LPC'"))
                .isEqualTo(1);
    }

    @Test
    void a_double_click_adds_a_payer_contract_and_charge_once() throws Exception {
        twice("/settings/payers", "name", "Beta Health", "payerCode", "BETA1");
        twice(
                "/settings/payers/" + ward.payer() + "/contracts",
                "name",
                "Acme 2027",
                "ruleSet",
                "BCBSNC_COMMERCIAL_IOP",
                "claimForm",
                "837I",
                "claimFilingCode",
                "CI",
                "typeOfBill",
                "13",
                "timelyFilingDays",
                "180",
                "receiverId",
                "ACMERECV",
                "effectiveFrom",
                "2027-01-01");
        twice(
                "/settings/contracts/" + ward.contract() + "/fees",
                "service",
                "GROUP_THERAPY",
                "procedureCode",
                "90853",
                "charge",
                "125.50",
                "feeFrom",
                "2026-01-01");

        assertThat(count("select count(*) from payers.payer")).isEqualTo(2);
        assertThat(count("select count(*) from payers.contract")).isEqualTo(2);
        assertThat(count("select count(*) from payers.fee where service = 'GROUP_THERAPY'"))
                .isEqualTo(1);
    }

    @Test
    void a_double_click_invites_once_and_shows_a_link_that_opens() throws Exception {
        var key = Ids.next().toString();
        var post =
                (java.util.function.Supplier<MockHttpServletRequestBuilder>)
                        () ->
                                post("/staff")
                                        .param("key", key)
                                        .param("name", "Theo Brandt")
                                        .param(
                                                "email",
                                                "theo@" + ward.organization().value() + ".example")
                                        .param("roles", "BILLER");
        browse(post.get());
        var second = browse(post.get());

        assertThat(second.getStatus()).isEqualTo(200);
        var link =
                java.util.regex.Pattern.compile("(/invitation/[\\w-]+)")
                        .matcher(second.getContentAsString());
        assertThat(link.find()).isTrue();
        assertThat(browse(get(link.group(1))).getStatus()).isEqualTo(200);
        assertThat(count("select count(*) from access.account where display_name = 'Theo Brandt'"))
                .isEqualTo(1);
    }

    @Test
    void a_refused_form_keeps_its_key_and_goes_through_once_it_is_mended() throws Exception {
        var key = Ids.next().toString();
        var refused = browse(post("/settings/sites").param("key", key).param("name", "Eastside"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("name=\"key\" value=\"" + key + "\"");

        var mended =
                browse(
                        post("/settings/sites")
                                .param("key", key)
                                .param("name", "Eastside")
                                .param("timeZone", "America/Chicago"));
        assertThat(mended.getRedirectedUrl()).isEqualTo("/settings/sites/" + key);
    }

    private int twice(String path, String... fields) throws Exception {
        var places = new java.util.HashSet<String>();
        var key = Ids.next().toString();
        for (int press = 0; press < 2; press++) {
            var request = post(path).param("key", key);
            for (int field = 0; field < fields.length; field += 2) {
                request.param(fields[field], fields[field + 1]);
            }
            var answer = browse(request);
            assertThat(answer.getStatus())
                    .as("%s: %s", path, answer.getContentAsString())
                    .isEqualTo(302);
            places.add(answer.getRedirectedUrl());
        }
        return places.size();
    }

    private int count(String sql) {
        return ward.in(
                () -> transaction.execute(status -> jdbc.sql(sql).query(Integer.class).single()));
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
