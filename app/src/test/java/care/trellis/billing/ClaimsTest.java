package care.trellis.billing;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Hashes;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.SettableClock;
import care.trellis.engine.x12.summary.Summary;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
@Import(BillableDays.class)
class ClaimsTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Claims claims;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;

    @BeforeEach
    void givenABillableWeek() {
        open("BCBSNC_COMMERCIAL_IOP", false);
    }

    private void open(String ruleSet, boolean part2) {
        ward = clinic.open(ruleSet, part2);
        days.reachable(ward);
        maya = clinic.maya(ward);
        days.week(ward, maya, MONDAY);
        for (int day : new int[] {0, 2, 4}) {
            days.billable(ward, maya, MONDAY.plusDays(day));
        }
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
    }

    @Test
    void a_billable_week_becomes_an_institutional_file_character_by_character() {
        var sent = sent(submit(Ids.next(), all()));

        assertThat(sent.leftOut()).isEmpty();
        assertThat(text(sent)).isEqualTo(stored("week.837i"));
        assertThat(sent.files().getFirst().total()).isEqualTo(new Money(94_500));
    }

    @Test
    void a_professional_contract_gets_a_professional_file() {
        professional();

        assertThat(text(sent(submit(Ids.next(), all())))).isEqualTo(stored("week.837p"));
    }

    @Test
    void what_was_written_is_read_back_with_the_same_totals() throws Exception {
        var content = text(sent(submit(Ids.next(), all()))).getBytes(StandardCharsets.US_ASCII);

        var summary = new ByteArrayOutputStream();
        var problems = Summary.write(new ByteArrayInputStream(content), 1 << 20, summary);

        assertThat(problems.list()).isEmpty();
        assertThat(summary.toString(StandardCharsets.UTF_8))
                .contains("\"945.00\"")
                .contains("000000001-1");
    }

    @Test
    void a_medicare_claim_says_that_it_is_intensive_outpatient_and_the_first_of_its_series() {
        clinic.write(
                ward,
                "update payers.contract set claim_filing_code = 'MA' where organization_id = ?",
                ward.organization().value());

        assertThat(text(sent(submit(Ids.next(), all()))))
                .contains("CLM*000000001-1*945***13:A:2*")
                .contains("HI*BG:92~")
                .contains("CL1*3*1*30~");
    }

    @Test
    void sent_twice_it_is_billed_once() {
        var key = Ids.next();
        var all = all();

        var first = sent(submit(key, all));
        var second = sent(submit(key, all));

        assertThat(second.files()).isEqualTo(first.files());
        assertThat(lines()).isEqualTo(3);
        assertThat(ready().contracts()).isEmpty();
    }

    @Test
    void two_billers_at_once_bill_once_and_see_the_same_file() throws Exception {
        var all = all();
        Callable<Submission> press = () -> submit(Ids.next(), all);

        try (var billers = Executors.newFixedThreadPool(2)) {
            var answers = billers.invokeAll(List.of(press, press));
            assertThat(sent(answers.get(0).get()).files())
                    .hasSize(1)
                    .isEqualTo(sent(answers.get(1).get()).files());
        }

        assertThat(lines()).isEqualTo(3);
    }

    @Test
    void a_claim_that_lacks_something_is_named_with_the_page_that_mends_it_and_the_others_go_out() {
        var theo = clinic.theo(ward);
        days.week(ward, theo, MONDAY);
        days.billable(ward, theo, MONDAY);
        clinic.write(
                ward,
                "update clients.coverage set member_id = '' where organization_id = ? and client_id = ?",
                ward.organization().value(),
                theo.id());
        clinic.write(
                ward,
                "update episodes.diagnosis set system = 'SNOMED' where organization_id = ? and client_id = ?",
                ward.organization().value(),
                theo.id());

        var sent = sent(submit(Ids.next(), all()));

        assertThat(sent.files()).singleElement().extracting(SentFile::claims).isEqualTo(1);
        assertThat(sent.leftOut())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.missing())
                            .extracting(Missing::code)
                            .containsExactly("MEMBER_ID", "PRINCIPAL_DIAGNOSIS");
                    assertThat(left.missing())
                            .extracting(Missing::path)
                            .containsOnly("/clients/" + theo.id());
                });
    }

    @Test
    void without_the_organizations_identifiers_no_claim_goes_out() {
        clinic.write(
                ward,
                "update organizations.organization set npi = null where organization_id = ?",
                ward.organization().value());

        var nothing = submit(Ids.next(), all());

        assertThat(nothing).isInstanceOf(Submission.NothingSent.class);
        assertThat(nothing.leftOut().getFirst().missing())
                .containsExactly(
                        new Missing(
                                "BILLING_NPI",
                                "Add the organization's NPI.",
                                "/settings/organization"));
        assertThat(lines()).isZero();
    }

    @Test
    void nothing_of_a_part_2_program_leaves_after_the_consent_was_revoked() {
        open("BCBSNC_COMMERCIAL_IOP", true);
        var all = all();
        clinic.write(
                ward,
                "update clients.consent set revoked_on = '2026-03-08' where organization_id = ?",
                ward.organization().value());

        assertThat(submit(Ids.next(), all).leftOut().getFirst().missing())
                .extracting(Missing::code)
                .containsExactly("NO_CONSENT_FOR_PAYMENT");
        assertThat(lines()).isZero();
    }

    @Test
    void a_part_2_disclosure_is_recorded_with_the_consent_it_left_under() {
        open("BCBSNC_COMMERCIAL_IOP", true);

        submit(Ids.next(), all());

        assertThat(
                        count(
                                """
                                select count(*) from audit.event
                                where organization_id = ? and object_type = 'billing.claim' and client_id = ?
                                  and detail = 'DISCLOSED UNDER CONSENT OF 2026-01-05'
                                """,
                                maya.id()))
                .isEqualTo(1);
    }

    @Test
    void what_holds_the_others_is_said_with_its_dollars() {
        days.held(ward, maya, MONDAY.plusDays(1), "NOTE_NOT_SIGNED");
        days.held(ward, maya, MONDAY.plusDays(3), "NOTE_NOT_SIGNED");

        assertThat(ready().held())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.reason()).isEqualTo("NOTE_NOT_SIGNED");
                    assertThat(held.total()).isEqualTo(new Money(63_000));
                    assertThat(held.days()).hasSize(2);
                });
    }

    @Test
    void days_of_two_months_become_two_claims() {
        days.week(ward, maya, LocalDate.of(2026, 2, 23));
        days.billable(ward, maya, LocalDate.of(2026, 2, 27));

        assertThat(sent(submit(Ids.next(), all())).files())
                .singleElement()
                .extracting(SentFile::claims)
                .isEqualTo(2);
    }

    @Test
    void a_claim_shows_its_segments_as_they_were_sent() {
        submit(Ids.next(), all());

        var row = ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0)).getFirst();
        var claim = ward.in(() -> claims.open(ward.permit(Action.CLAIM_VIEW), row.id()));

        assertThat(row.status()).isEqualTo(ClaimStatus.SENT);
        assertThat(claim.lines()).hasSize(3);
        assertThat(claim.asSent().getFirst()).startsWith("HL*2*1*22");
        assertThat(claim.asSent().getLast()).isEqualTo("REF*6R*000000001-1-3~");
    }

    void professional() {
        clinic.write(
                ward,
                """
                update payers.contract set claim_form = '837P', place_of_service = '57', type_of_bill = null
                where organization_id = ?
                """,
                ward.organization().value());
    }

    private Ready ready() {
        return ward.in(() -> claims.ready(ward.permit(Action.CLAIM_VIEW)));
    }

    private List<Chosen> all() {
        return ready().all();
    }

    private Submission submit(UUID key, List<Chosen> chosen) {
        return ward.in(() -> claims.submit(ward.permit(Action.CLAIM_SUBMIT), key, chosen));
    }

    private static Submission.Sent sent(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Sent.class);
        return (Submission.Sent) submission;
    }

    private String text(Submission.Sent sent) {
        var id = sent.files().getFirst().id();
        var file = ward.in(() -> claims.download(ward.permit(Action.CLAIM_VIEW), id));
        assertThat(Hashes.sha256(file.content())).isEqualTo(file.sha256());
        return new String(file.content(), StandardCharsets.US_ASCII);
    }

    private long lines() {
        return count("select count(*) from billing.claim_line where organization_id = ?");
    }

    private long count(String sql, Object... more) {
        var values = new java.util.ArrayList<Object>(List.of(ward.organization().value()));
        values.addAll(List.of(more));
        return ward.in(() ->
                transaction.execute(
                        status -> jdbc.sql(sql).params(values).query(Long.class).single()));
    }

    static String stored(String name) {
        try (var in = ClaimsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
