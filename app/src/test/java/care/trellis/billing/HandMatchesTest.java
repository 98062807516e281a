package care.trellis.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines of a remittance that found no claim, as a biller gives them to one. */
@TrellisTest
@Import(BillableDays.class)
class HandMatchesTest {

    @Autowired MockMvc web;
    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Claims claims;
    @Autowired Remittances remittances;
    @Autowired HandMatches matches;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    private Clinic.Ward ward;
    private List<RemittanceDetail.Line> waiting;

    @BeforeEach
    void an_answer_to_a_claim_under_a_number_that_nobody_knows() throws Exception {
        ward = clinic.open();
        days.reachable(ward);
        var maya = clinic.maya(ward);
        days.week(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY.plusDays(2));
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        ward.in(() ->
                claims.submit(
                        ward.permit(Action.CLAIM_SUBMIT),
                        Ids.next(),
                        claims.ready(ward.permit(Action.CLAIM_VIEW)).all()));
        bring(ClaimsTest.stored("answer.835").replace("000000001-1", "PAPER-77"));
        waiting = ward.in(() -> remittances.unmatched(ward.permit(Action.REMITTANCE_VIEW)));
    }

    @Test
    void claims_that_agree_are_shown_with_what_agrees() throws Exception {
        assertThat(waiting).hasSize(2);
        assertThat(page("/remittances")).contains(path(0), "Find its claim");

        assertThat(page(path(0)))
                .contains("Waits for a person", "PAPER-77", "$315.00")
                .contains("000000001-1", "Maya Reyes", "Same day, charge");
        assertThat(send(post(path(0) + "/search").param("member", "m12345")).getContentAsString())
                .contains("000000001-1", "Same member id");
        assertThat(send(post(path(0) + "/search").param("number", "0001-1")).getContentAsString())
                .contains("Same control number");
        assertThat(send(post(path(0) + "/search").param("member", "X9")).getContentAsString())
                .contains("No claim agrees");
    }

    @Test
    void a_line_given_to_its_claim_is_posted_once_and_the_day_shows_paid() throws Exception {
        var key = Ids.next();
        assertThat(send(match(0, key)).getRedirectedUrl()).isEqualTo(path(0));
        assertThat(send(match(0, key)).getRedirectedUrl()).as("a second press").isEqualTo(path(0));

        assertThat(claim().paid()).isEqualTo(new Money(25_000));
        assertThat(claim().status()).isEqualTo(ClaimStatus.PARTLY);
        assertThat(count("select count(*) from billing.hand_match")).isEqualTo(1);
        assertThat(
                        count(
                                "select paid_cents from billing.public_day where local_date = '2026-03-02'"))
                .isEqualTo(25_000);
        assertThat(details()).contains("MATCHED_BY_HAND");
        assertThat(page(path(0))).contains("Matched by hand", "Letter of March 20");

        send(match(1, Ids.next()));
        assertThat(claim().status()).isEqualTo(ClaimStatus.PAID);
        assertThat(page("/remittances")).doesNotContain("Find its claim");
    }

    @Test
    void a_match_is_taken_back_and_the_line_waits_for_what_it_waited_for() throws Exception {
        send(match(0, Ids.next()));
        assertThat(send(post(path(0) + "/return").param("back", " ")).getStatus()).isEqualTo(422);

        send(post(path(0) + "/return").param("back", "Other client of that name"));

        assertThat(claim().paid()).isEqualTo(Money.ZERO);
        assertThat(page(path(0))).contains("Waits for a person", Unmatched.UNKNOWN_CLAIM.words());
        assertThat(details()).contains("MATCH_TAKEN_BACK");

        send(match(0, Ids.next()));
        assertThat(claim().paid()).as("matched anew").isEqualTo(new Money(25_000));
        assertThat(count("select count(*) from billing.hand_match")).isEqualTo(2);
    }

    @Test
    void a_refused_match_keeps_what_was_typed() throws Exception {
        var nothing = send(post(path(0) + "/match").param("date", "2026-03-02"));
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString()).contains("Choose the claim");

        var unreasoned =
                send(
                        post(path(0) + "/match")
                                .param("date", "2026-03-02")
                                .param("candidate", candidate(0))
                                .param("key", Ids.next().toString()));
        assertThat(unreasoned.getStatus()).isEqualTo(422);
        assertThat(unreasoned.getContentAsString())
                .contains("reason-error", "Say what shows")
                .contains("value=\"" + candidate(0) + "\" checked");
    }

    @Test
    void money_of_another_provider_and_claims_of_another_organization_are_no_match()
            throws Exception {
        bring(
                ClaimsTest.stored("answer.835")
                        .replace("T-1", "T-2")
                        .replace("N1*PE*NORTHGATE*XX*1234567893", "N1*PE*SOMEBODY*XX*1679576722"));
        var theirs =
                ward.in(() -> remittances.unmatched(ward.permit(Action.REMITTANCE_VIEW))).stream()
                        .filter(it -> it.reason() == Unmatched.OTHER_PAYEE)
                        .findFirst()
                        .orElseThrow();

        var claim = claim().id();
        assertThat(match(theirs.id(), claim)).isEqualTo(new Matching.NotOurs());
        assertThat(match(waiting.getFirst().id(), new ClaimId(UUID.randomUUID())))
                .isEqualTo(new Matching.NoSuchClaim());
        var other = clinic.open();
        assertThat(
                        web.perform(get(path(0)).with(other.signedIn(Role.BILLER)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private Matching match(PostingId posting, ClaimId claim) {
        return ward.in(() ->
                matches.match(
                        ward.permit(Action.REMITTANCE_POST),
                        Ids.next(),
                        posting,
                        claim,
                        null,
                        "Letter"));
    }

    private MockHttpServletRequestBuilder match(int line, UUID key) throws Exception {
        return post(path(line) + "/match")
                .param("key", key.toString())
                .param("candidate", candidate(line))
                .param("reason", "Letter of March 20");
    }

    /** The choice that the page offers, as it was before anything was matched. */
    private String candidate(int line) throws Exception {
        var claim = claim().id().value();
        var ids =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql("select id from billing.claim_line order by number")
                                        .query(UUID.class)
                                        .list()));
        return claim + " " + ids.get(line);
    }

    private void bring(String content) {
        ward.in(() ->
                remittances.post(
                        ward.permit(Action.REMITTANCE_POST),
                        Ids.next(),
                        "answer.835",
                        content.getBytes(StandardCharsets.US_ASCII)));
    }

    private ClaimRow claim() {
        return ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0)).getFirst();
    }

    private long count(String sql) {
        return ward.in(
                () -> transaction.execute(status -> jdbc.sql(sql).query(Long.class).single()));
    }

    private List<String> details() {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql("select detail from audit.event where detail is not null")
                                .query(String.class)
                                .list()));
    }

    private String path(int line) {
        return "/remittances/lines/" + waiting.get(line).id().value();
    }

    private String page(String path) throws Exception {
        return send(get(path)).getContentAsString();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(ward.signedIn(Role.BILLER)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
