package care.trellis.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
@Import(BillableDays.class)
class BillingPagesTest {

    private static final Pattern CHOICE = Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("/claims/files/[0-9a-f-]{36}");
    private static final Pattern CLAIM = Pattern.compile("\"(/claims/[0-9a-f-]{36})\"");

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired MockMvc web;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;

    @BeforeEach
    void givenABillableWeek() {
        ward = clinic.open();
        days.reachable(ward);
        maya = clinic.client(ward, "Maya", "<b>Reyes</b>");
        days.week(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY.plusDays(2));
        days.held(ward, maya, Clinic.MONDAY.plusDays(4), "NOTE_NOT_SIGNED");
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
    }

    @Test
    void the_page_of_claims_says_what_can_go_and_what_holds_the_rest() throws Exception {
        assertThat(page("/claims"))
                .contains("$630.00", "ready to send, 2 days", "Note not signed", "$315.00")
                .contains("/ledger/" + maya.id() + "/2026-03-06")
                .contains("&lt;b&gt;Reyes")
                .doesNotContain("<b>Reyes");
    }

    @Test
    void a_biller_sends_the_chosen_days_downloads_the_file_and_posts_the_answer() throws Exception {
        var result = answer(submission(find(CHOICE, page("/claims"))), 200);
        assertThat(result).contains("The files are made", "837I-000000001.837");

        var file = page(find(FILE, result));
        assertThat(file).startsWith("ISA*").contains("CLM*000000001-1*630*");
        assertThat(page("/claims")).contains("Nothing waits to be sent", "tab=sent");
        assertThat(page("/claims?tab=sent"))
                .contains("000000001-1", "Sent", "837I-000000001.837", "1–1 of 1");

        var posted =
                web.perform(upload(ClaimsTest.stored("answer.835")))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        assertThat(page(posted))
                .contains("Posted, line by line.", "$500.00", "Above the contract", "$30.00");
        assertThat(page(find(CLAIM, page("/claims?tab=paid"))))
                .contains("Paid", "$250.00", "Answered by T-1", "SV2*0905*HC:S9480*315*UN*1~");
        assertThat(page("/remittances")).contains("T-1", "ACME HEALTH");
    }

    @Test
    void a_file_that_is_none_comes_back_with_the_form_and_what_was_wrong() throws Exception {
        assertThat(answer(upload("this is a letter"), 422))
                .contains("Nothing of this file was posted", "name=\"file\"", "Line 1");
        assertThat(answer(upload(""), 422)).contains("Choose a file that is not empty.");
    }

    @Test
    void fifty_claims_stand_on_a_page_and_each_under_where_it_stands() throws Exception {
        answer(submission(find(CHOICE, page("/claims"))), 200);
        clinic.write(
                ward,
                """
                insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form,
                    from_date, through_date, charge_cents, submitted_at)
                select c.organization_id, gen_random_uuid(), 'X-' || n, c.client_id, c.contract_id, c.file_id,
                       c.form, c.from_date, c.through_date, c.charge_cents, c.submitted_at
                from billing.claim c, generate_series(1, 60) n
                where c.organization_id = ?
                """,
                ward.organization().value());

        assertThat(page("/claims?tab=sent"))
                .contains("1–50 of 61", "/claims?tab=sent&amp;page=1")
                .doesNotContain("Previous");
        assertThat(page("/claims?tab=sent&page=1"))
                .contains("51–61 of 61", "Previous")
                .doesNotContain("Next<");
        assertThat(page("/claims?tab=denied")).contains("No claim stands here");
    }

    @Test
    void empty_pages_say_what_would_fill_them() throws Exception {
        ward = clinic.open();

        assertThat(page("/claims")).contains("Nothing waits to be sent");
        for (var tab : List.of("sent", "paid", "denied")) {
            assertThat(page("/claims?tab=" + tab)).contains("No claim stands here");
        }
        assertThat(page("/remittances")).contains("No remittance yet");
    }

    @Test
    void who_does_not_bill_does_not_find_the_pages() throws Exception {
        for (var path : new String[] {"/claims", "/remittances"}) {
            web.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                    .andExpect(status().isNotFound());
        }
        web.perform(
                        post("/claims")
                                .with(ward.signedIn(Role.DIRECTOR))
                                .with(csrf())
                                .param("key", Ids.next().toString()))
                .andExpect(status().isNotFound());
    }

    @Test
    void another_organizations_claim_and_file_are_not_found() throws Exception {
        var result = answer(submission(find(CHOICE, page("/claims"))), 200);
        var file = find(FILE, result);
        var claim = find(CLAIM, page("/claims?tab=sent"));

        ward = clinic.open();

        for (var path : new String[] {file, claim, "/remittances/" + Ids.next()}) {
            web.perform(get(path).with(ward.signedIn(Role.BILLER)))
                    .andExpect(status().isNotFound());
        }
    }

    private MockHttpServletRequestBuilder submission(String chosen) {
        return post("/claims").param("key", Ids.next().toString()).param("chosen", chosen);
    }

    private org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?>
            upload(String content) {
        return multipart("/remittances")
                .file(
                        new MockMultipartFile(
                                "file",
                                "answer.835",
                                "text/plain",
                                content.getBytes(StandardCharsets.US_ASCII)))
                .param("key", Ids.next().toString())
                .with(ward.signedIn(Role.BILLER))
                .with(csrf());
    }

    private String answer(
            org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?>
                    request,
            int expected)
            throws Exception {
        return web.perform(request.with(ward.signedIn(Role.BILLER)).with(csrf()))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(String path) throws Exception {
        return answer(get(path), 200);
    }

    private static String find(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }
}
