package care.trellis.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.SettableClock;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
@Import(BillableDays.class)
class RemittancesTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;
    private static final String NUMBER = "000000001-1";
    private static final Party ACME = new Party("ACME HEALTH", "XV", "ACME1");
    private static final Party US = new Party("NORTHGATE", "XX", "1234567893");

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Claims claims;
    @Autowired Remittances remittances;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;

    @BeforeEach
    void givenAClaimOfTwoDaysThatWasSent() {
        ward = clinic.open();
        days.reachable(ward);
        maya = clinic.maya(ward);
        days.week(ward, maya, MONDAY);
        days.billable(ward, maya, MONDAY);
        days.billable(ward, maya, MONDAY.plusDays(2));
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        ward.in(() ->
                claims.submit(
                        ward.permit(Action.CLAIM_SUBMIT),
                        Ids.next(),
                        claims.ready(ward.permit(Action.CLAIM_VIEW)).all()));
    }

    @Test
    void a_remittance_is_posted_line_by_line_and_the_day_shows_paid() {
        var posted = posted(post(file(paid("T-1", line(1, 25_000), line(2, 25_000)))));

        assertThat(posted.matched()).isEqualTo(2);
        assertThat(posted.unmatched()).isZero();
        assertThat(claim().status()).isEqualTo(ClaimStatus.PAID);
        assertThat(claim().paid()).isEqualTo(new Money(50_000));
        assertThat(dayPaid(MONDAY)).isEqualTo(25_000);
    }

    @Test
    void what_was_taken_off_a_line_stands_beside_it_in_words() {
        post(file(paid("T-1", line(1, 25_000), line(2, 25_000))));

        var line = opened().lines().getFirst();

        assertThat(line.postings())
                .singleElement()
                .satisfies(posting -> {
                    assertThat(posting.patient()).isEqualTo(new Money(1_500));
                    assertThat(posting.adjustments())
                            .extracting(Adjusted::words)
                            .containsExactly(
                                    "Above the contract's rate; written off", "The client's copay");
                });
    }

    @Test
    void a_line_without_our_number_is_found_by_date_and_code() {
        var answer = posted(post(file(paid("T-1", bare(line(2, 25_000)), bare(line(1, 25_000))))));

        assertThat(answer.unmatched()).isZero();
        assertThat(dayPaid(MONDAY.plusDays(2))).isEqualTo(25_000);
    }

    @Test
    void a_denied_line_leaves_the_claim_partly_paid() {
        var denied =
                new PaidLine(
                        "S9480",
                        List.of(),
                        "0905",
                        MONDAY.plusDays(2),
                        BigDecimal.ONE,
                        31_500,
                        0,
                        List.of(new Adjustment("CO", "197", 31_500, null)),
                        NUMBER + "-2",
                        List.of("M62"));

        post(file(paid("T-1", line(1, 25_000), denied)));

        assertThat(claim().status()).isEqualTo(ClaimStatus.PARTLY);
        assertThat(dayPaid(MONDAY.plusDays(2))).isZero();
    }

    @Test
    void the_same_file_twice_posts_once() {
        var file = file(paid("T-1", line(1, 25_000), line(2, 25_000)));

        var first = posted(post(file));
        var second = post(file);

        assertThat(second)
                .isEqualTo(new RemittancePosting.AlreadyPosted(first.file(), first.posted()));
        assertThat(claim().paid()).isEqualTo(new Money(50_000));
    }

    @Test
    void the_same_payment_in_another_file_posts_once() {
        var payment = paid("T-1", line(1, 25_000), line(2, 25_000));
        var first = posted(post(file(payment)));

        var second = posted(post(file(payment, paid("T-2"))));

        assertThat(second.known()).isEqualTo(first.posted());
        assertThat(second.posted()).hasSize(1);
        assertThat(claim().paid()).isEqualTo(new Money(50_000));
    }

    @Test
    void two_billers_who_post_one_file_at_once_post_it_once() throws Exception {
        var file = file(paid("T-1", line(1, 25_000), line(2, 25_000)));
        Callable<RemittancePosting> press = () -> post(file);

        try (var billers = Executors.newFixedThreadPool(2)) {
            for (var answer : billers.invokeAll(List.of(press, press))) {
                assertThat(answer.get()).isNotInstanceOf(RemittancePosting.Refused.class);
            }
        }

        assertThat(claim().paid()).isEqualTo(new Money(50_000));
    }

    @Test
    void of_two_payments_with_one_number_that_come_at_once_one_is_posted() throws Exception {
        var one = file(paid("T-1", line(1, 25_000)));
        var other = file(paid("T-1", line(2, 24_000)));

        try (var billers = Executors.newFixedThreadPool(2)) {
            var answers = billers.invokeAll(List.of(() -> post(one), () -> post(other)));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .hasAtLeastOneElementOfType(RemittancePosting.Posted.class)
                    .hasAtLeastOneElementOfType(RemittancePosting.Repeats.class);
        }
    }

    @Test
    void a_reversal_takes_the_payment_back() {
        post(file(paid("T-1", line(1, 25_000), line(2, 25_000))));
        var back =
                new PaidClaim(
                        NUMBER,
                        "22",
                        -63_000,
                        -50_000,
                        0,
                        "PCN-1",
                        List.of(),
                        List.of(negative(line(1, 25_000)), negative(line(2, 25_000))),
                        List.of());
        var overpaid = new ProviderAdjustment("1234567893", null, "FB", "T-1", -50_000);

        post(
                file(
                        new Remittance(
                                new Payment(ACME, US, "T-2", "NON", MONDAY.plusDays(20), 0),
                                List.of(back),
                                List.of(overpaid))));

        assertThat(claim().status()).isEqualTo(ClaimStatus.TAKEN_BACK);
        assertThat(dayPaid(MONDAY)).isZero();
    }

    @Test
    void a_line_that_finds_no_claim_is_kept_with_the_reason() {
        var unknown = claim("999999999-9", line(1, 25_000));
        var noLine = claim(NUMBER, onOtherDay(line(1, 25_000)));

        var posted = posted(post(file(payment("T-1", ACME, US, unknown, noLine))));

        assertThat(posted.unmatched()).isEqualTo(2);
        assertThat(ward.in(() -> remittances.unmatched(ward.permit(Action.REMITTANCE_VIEW))))
                .extracting(RemittanceDetail.Line::reason)
                .containsExactly(Unmatched.UNKNOWN_CLAIM, Unmatched.LINE_NOT_FOUND);
        assertThat(claim().status()).isEqualTo(ClaimStatus.SENT);
    }

    @Test
    void another_payer_of_ours_cannot_answer_a_claim() {
        clinic.write(
                ward,
                "insert into payers.payer (organization_id, id, name, payer_code) values (?, ?, 'Summit', 'SUM1')",
                ward.organization().value(),
                Ids.next());
        clinic.write(
                ward,
                """
                insert into payers.contract (organization_id, id, payer_id, name, rule_set, claim_form,
                    claim_filing_code, type_of_bill, authorization_required, timely_filing_days, receiver_id,
                    effective_from)
                select organization_id, gen_random_uuid(), id, 'Summit', 'BCBSNC_COMMERCIAL_IOP', '837I', 'CI', '13',
                       false, 90, 'SUMRECV', '2020-01-01'
                from payers.payer where organization_id = ? and payer_code = 'SUM1'
                """,
                ward.organization().value());

        post(
                file(
                        payment(
                                "T-1",
                                new Party("SUMMIT", "XV", "SUM1"),
                                US,
                                claim(NUMBER, line(1, 25_000), line(2, 25_000)))));

        assertThat(ward.in(() -> remittances.unmatched(ward.permit(Action.REMITTANCE_VIEW))))
                .extracting(RemittanceDetail.Line::reason)
                .containsOnly(Unmatched.OTHER_PAYER);
    }

    @Test
    void another_organizations_remittance_matches_nothing() {
        var other = new Party("HARBOR LIGHT", "XX", "1679576722");

        var posted =
                posted(
                        post(
                                file(
                                        payment(
                                                "T-1",
                                                ACME,
                                                other,
                                                claim(NUMBER, line(1, 25_000), line(2, 25_000))))));

        assertThat(posted.matched()).isZero();
        assertThat(claim().status()).isEqualTo(ClaimStatus.SENT);
    }

    @Test
    void money_that_does_not_add_up_is_refused_with_the_difference() {
        var short10 =
                new Remittance(
                        new Payment(ACME, US, "T-1", "CHK", MONDAY.plusDays(20), 49_000),
                        List.of(claim(NUMBER, line(1, 25_000), line(2, 25_000))),
                        List.of());

        var refused = post(file(short10));

        assertThat(refused)
                .isEqualTo(
                        new RemittancePosting.Refused(
                                List.of(
                                        "The payment is $490.00; its claims and adjustments explain $500.00."
                                                + " The difference is −$10.00.")));
        assertThat(claim().status()).isEqualTo(ClaimStatus.SENT);
        assertThat(post(file(paid("T-1", line(1, 25_000), line(2, 25_000)))))
                .isInstanceOf(RemittancePosting.Posted.class);
    }

    @Test
    void what_is_no_remittance_is_refused_and_leaves_nothing() {
        for (var text : List.of("not X12 at all", "", ClaimsTest.stored("week.837i"))) {
            assertThat(post(text.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(RemittancePosting.Refused.class);
        }
        assertThat(ward.in(() -> remittances.list(ward.permit(Action.REMITTANCE_VIEW), 0)))
                .isEmpty();
    }

    @Test
    void the_postings_of_a_remittance_add_up_to_its_payment() {
        var posted =
                posted(
                        post(
                                file(
                                        new Remittance(
                                                new Payment(
                                                        ACME,
                                                        US,
                                                        "T-1",
                                                        "ACH",
                                                        MONDAY.plusDays(20),
                                                        48_000),
                                                List.of(
                                                        claim(
                                                                NUMBER,
                                                                line(1, 25_000),
                                                                line(2, 25_000))),
                                                List.of(
                                                        new ProviderAdjustment(
                                                                "1234567893",
                                                                null,
                                                                "WO",
                                                                "OLD",
                                                                2_000))))));

        var detail =
                ward.in(() ->
                        remittances.open(
                                ward.permit(Action.REMITTANCE_VIEW), posted.posted().getFirst()));

        var paid = detail.lines().stream().mapToLong(line -> line.paid().cents()).sum();
        var off = detail.ofPayment().stream().mapToLong(of -> of.amount().cents()).sum();
        assertThat(paid - off).isEqualTo(detail.row().paid().cents());
    }

    @Test
    void files_of_real_payers_are_read_and_what_is_not_ours_is_named() throws IOException {
        var folder = shared();
        assumeTrue(folder != null, "The folder of shared X12 files is not here.");
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".835")).toList()) {
                switch (post(Files.readAllBytes(file))) {
                    case RemittancePosting.Posted posted ->
                            assertThat(posted.matched()).as(file.toString()).isZero();
                    case RemittancePosting.Refused refused ->
                            assertThat(refused.reasons()).as(file.toString()).isNotEmpty();
                    case RemittancePosting.AlreadyPosted known ->
                            assertThat(known.remittances()).as(file.toString()).isNotEmpty();
                    case RemittancePosting.Repeats repeats ->
                            assertThat(repeats.reasons()).as(file.toString()).isNotEmpty();
                }
            }
        }
    }

    private static @Nullable Path shared() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/data/x12");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }

    /** A line of the claim that is paid all but a write-off and a copay of $15. */
    private static PaidLine line(int number, long paid) {
        return new PaidLine(
                "S9480",
                List.of(),
                "0905",
                MONDAY.plusDays(number == 1 ? 0 : 2),
                BigDecimal.ONE,
                31_500,
                paid,
                List.of(
                        new Adjustment("CO", "45", 31_500 - paid - 1_500, null),
                        new Adjustment("PR", "3", 1_500, null)),
                NUMBER + "-" + number,
                List.of());
    }

    private static PaidLine bare(PaidLine line) {
        return with(line, line.date(), null, 1);
    }

    private static PaidLine onOtherDay(PaidLine line) {
        return with(line, MONDAY.plusDays(5), null, 1);
    }

    private static PaidLine negative(PaidLine line) {
        return with(line, line.date(), line.controlNumber(), -1);
    }

    private static PaidLine with(
            PaidLine line, LocalDate date, @Nullable String controlNumber, int sign) {
        return new PaidLine(
                line.procedure(),
                line.modifiers(),
                line.revenueCode(),
                date,
                line.units(),
                sign * line.chargeCents(),
                sign * line.paidCents(),
                line.adjustments().stream()
                        .map(it -> new Adjustment(it.group(), it.reason(), sign * it.cents(), null))
                        .toList(),
                controlNumber,
                line.remarks());
    }

    private static PaidClaim claim(String number, PaidLine... lines) {
        long charge = 0;
        long paid = 0;
        for (var line : lines) {
            charge += line.chargeCents();
            paid += line.paidCents();
        }
        return new PaidClaim(
                number, "1", charge, paid, 0, "PCN-1", List.of(), List.of(lines), List.of());
    }

    private static Remittance paid(String trace, PaidLine... lines) {
        return lines.length == 0
                ? payment(trace, ACME, US)
                : payment(trace, ACME, US, claim(NUMBER, lines));
    }

    private static Remittance payment(String trace, Party payer, Party payee, PaidClaim... claims) {
        long paid = 0;
        for (var claim : claims) {
            paid += claim.paidCents();
        }
        return new Remittance(
                new Payment(payer, payee, trace, "CHK", MONDAY.plusDays(20), paid),
                List.of(claims),
                List.of());
    }

    private static byte[] file(Remittance... remittances) {
        return RemittanceWriter.write(
                        "ACME1",
                        "1234567893",
                        remittances.length,
                        LocalDateTime.of(2026, 3, 20, 9, 5),
                        List.of(remittances))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private RemittancePosting post(byte[] content) {
        return ward.in(() ->
                remittances.post(
                        ward.permit(Action.REMITTANCE_POST), Ids.next(), "answer.835", content));
    }

    private static RemittancePosting.Posted posted(RemittancePosting posting) {
        assertThat(posting).isInstanceOf(RemittancePosting.Posted.class);
        return (RemittancePosting.Posted) posting;
    }

    private ClaimRow claim() {
        return ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0)).getFirst();
    }

    private ClaimDetail opened() {
        return ward.in(() -> claims.open(ward.permit(Action.CLAIM_VIEW), claim().id()));
    }

    private long dayPaid(LocalDate day) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select paid_cents from billing.public_day
                                        where organization_id = ? and client_id = ? and local_date = ?
                                          and answered
                                        """)
                                .params(ward.organization().value(), maya.id(), day)
                                .query(Long.class)
                                .single()));
    }
}
