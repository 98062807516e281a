package care.trellis.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.ClaimId;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.Claims;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Claims that go out again after the payer's time for them has run out. */
@TrellisTest
@Import({BillableDays.class, Books.class})
class LateClaimsTest {

    private static final String NUMBER = "000000001-1";

    @Autowired MockMvc web;
    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired Claims claims;
    @Autowired SettableClock clock;

    private Clinic.Ward ward;
    private ClaimId claim;

    @BeforeEach
    void givenADeniedClaimThatAReceiverHadAcknowledged() {
        ward = clinic.open();
        days.twoOfMaya(ward);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        books.send(ward);
        claim = books.claim(ward);
        reported(claim, "999", true, "2026-03-10T02:00:00Z");
        books.deny(ward, NUMBER);
    }

    @Test
    void while_the_payer_takes_it_nothing_is_asked() throws Exception {
        assertThat(page()).doesNotContain("Why it comes late");

        assertThat(again("how", "CORRECTED")).contains("The files are made");
        assertThat(newest()).contains("*A*Y*Y~").doesNotContain("PWK*", "NTE*");
    }

    @Test
    void after_its_time_the_reason_is_asked_and_goes_out_with_the_proof() throws Exception {
        clock.set(Instant.parse("2026-11-20T14:05:00Z"));
        assertThat(page())
                .contains(
                        "Why it comes late",
                        "The payer's time passed",
                        "acknowledged on Mar 9, 2026");

        assertThat(again("how", "CORRECTED"))
                .contains("say why it comes late", "/claims/" + claim.value());
        assertThat(books.claims(ward)).hasSize(1);

        assertThat(again("how", "CORRECTED", "reason", "9", "acknowledged", "true", "way", "AA"))
                .contains("The files are made");
        assertThat(newest())
                .contains(
                        "*A*Y*Y***********9~",
                        "PWK*OZ*AA~",
                        "NTE*ADD*FIRST FILING ACKNOWLEDGED 20260309~");
    }

    @Test
    void the_day_of_the_first_filing_is_kept_however_often_a_claim_goes_out_again()
            throws Exception {
        assertThat(again("how", "CORRECTED")).contains("The files are made");
        var corrected = later().id();
        reported(corrected, "277CA", true, "2026-03-12T15:00:00Z");

        assertThat(page(corrected)).contains("First acknowledged Mar 9, 2026");
        clock.set(Instant.parse("2026-11-20T14:05:00Z"));
        assertThat(page(corrected)).contains("Why it comes late", "acknowledged on Mar 9, 2026");
    }

    @Test
    void a_filing_that_was_sent_back_proves_nothing() throws Exception {
        reported(claim, "277CA", false, "2026-03-11T15:00:00Z");
        clock.set(Instant.parse("2026-11-20T14:05:00Z"));

        assertThat(page()).contains("Why it comes late").doesNotContain("cknowledged Mar 9");
    }

    @Test
    void days_that_were_never_billed_and_come_late_wait_for_the_reason() throws Exception {
        var maya = clinic.maya(ward);
        days.week(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY);
        clock.set(Instant.parse("2026-11-20T14:05:00Z"));
        var of = ward.contract() + "/" + maya.id() + "/";
        var days = of + Clinic.MONDAY;
        assertThat(send(get("/claims"))).contains("passed", "name=\"late\"", of + "7");

        assertThat(submit(days, "")).contains("choose beside them why they come late");
        assertThat(books.claims(ward)).hasSize(1);

        assertThat(submit(days, of + "7")).contains("The files are made");
        assertThat(newest()).contains("*A*Y*Y***********7~");
    }

    private String submit(String chosen, String late) throws Exception {
        return send(
                post("/claims")
                        .with(csrf())
                        .param("key", Ids.next().toString())
                        .param("chosen", chosen)
                        .param("late", late));
    }

    private void reported(ClaimId of, String kind, boolean accepted, String at) {
        clinic.write(
                ward,
                """
                insert into billing.claim_report (organization_id, id, claim_id, source_id, kind, accepted, words, at)
                values (?, gen_random_uuid(), ?, gen_random_uuid(), ?, ?, 'As told', ?::timestamptz)
                """,
                ward.organization().value(),
                of.value(),
                kind,
                accepted,
                at);
    }

    @Test
    void what_cannot_be_true_is_refused_with_the_page_that_mends_it() throws Exception {
        clock.set(Instant.parse("2026-11-20T14:05:00Z"));

        assertThat(again("how", "CORRECTED", "reason", "11", "way", "BM"))
                .contains("needs the number that stands on it", "/claims/" + claim.value());
        assertThat(again("how", "CORRECTED", "reason", "99")).contains("must be a code from 1");
        assertThat(books.claims(ward)).hasSize(1);
    }

    @Test
    void taking_a_claim_back_is_never_late() throws Exception {
        clock.set(Instant.parse("2026-11-20T14:05:00Z"));

        assertThat(again("how", "VOID", "reason", "7")).contains("The files are made");
        assertThat(newest()).contains("*A*Y*Y~");
    }

    private String newest() {
        return ward.in(() ->
                String.join(
                        "\n", claims.open(ward.permit(Action.CLAIM_VIEW), later().id()).asSent()));
    }

    private ClaimRow later() {
        var rows = books.claims(ward);
        assertThat(rows).hasSize(2);
        return rows.stream().filter(row -> !row.id().equals(claim)).findFirst().orElseThrow();
    }

    private String page() throws Exception {
        return page(claim);
    }

    private String page(ClaimId of) throws Exception {
        return send(get("/claims/" + of.value()));
    }

    private String again(String... fields) throws Exception {
        var form = post("/claims/" + claim.value() + "/again").with(csrf());
        form.param("key", Ids.next().toString());
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        return send(form);
    }

    private String send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(ward.signedIn(Role.BILLER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
