package care.trellis.receivables;

import static care.trellis.receivables.Books.answer;
import static care.trellis.receivables.Books.check;
import static care.trellis.receivables.Books.line;
import static care.trellis.receivables.Books.off;
import static care.trellis.receivables.Books.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.Corrections;
import care.trellis.billing.HandMatches;
import care.trellis.billing.RemittancePosting;
import care.trellis.billing.Remittances;
import care.trellis.billing.Resend;
import care.trellis.billing.Submission;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Every cent has two sides, and what is kept is what happened. */
@TrellisTest
@Import({BillableDays.class, Books.class})
class MoneyTest {

    private static final String NUMBER = "000000001-1";
    private static final PaidClaim PAID =
            answer(
                    NUMBER,
                    "1",
                    line(NUMBER, 1, 25_000, off("CO", "45", 5_000), off("PR", "3", 1_500)),
                    line(NUMBER, 2, 25_000, off("CO", "45", 5_000), off("PR", "3", 1_500)));
    private static final PaidClaim DENIED =
            answer(
                    NUMBER,
                    "4",
                    line(NUMBER, 1, 0, off("CO", "197", 31_500)),
                    line(NUMBER, 2, 0, off("CO", "197", 31_500)));

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired Remittances remittances;
    @Autowired HandMatches matches;
    @Autowired Corrections corrections;
    @Autowired Decisions decisions;
    @Autowired SettableClock clock;

    Clinic.Ward ward;

    @BeforeEach
    void givenAClaimOfTwoDays() {
        ward = clinic.open();
        days.twoOfMaya(ward);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        books.send(ward);
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        assertThat(books.astray(ward)).isZero();
    }

    @Test
    void a_claim_that_is_sent_is_owed_by_the_payer() {
        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);
        assertThat(books.account(ward, "REVENUE")).isEqualTo(-63_000);
    }

    @Test
    void a_paid_claim_leaves_what_the_client_owes() {
        books.post(ward, check("T-1", List.of(), PAID));

        assertThat(books.account(ward, "PAYER")).isZero();
        assertThat(books.account(ward, "CLIENT")).isEqualTo(3_000);
        assertThat(books.account(ward, "CONTRACT")).isEqualTo(10_000);
        assertThat(books.cash(ward, "T-1")).isEqualTo(50_000);
    }

    @Test
    void a_denied_claim_stays_owed() {
        books.post(ward, check("T-1", List.of(), DENIED));

        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);
        assertThat(books.account(ward, "CONTRACT")).isZero();
    }

    @Test
    void a_payment_that_is_taken_back_is_owed_again() {
        books.post(ward, check("T-1", List.of(), PAID));
        books.post(
                ward,
                check(
                        "T-2",
                        List.of(new ProviderAdjustment("1234567893", null, "FB", null, -50_000)),
                        reversal(PAID)));

        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);
        assertThat(books.account(ward, "CLIENT")).isZero();
        assertThat(books.cash(ward, "T-2")).isZero();
        assertThat(books.account(ward, "PAYER_BALANCE")).isEqualTo(-50_000);
    }

    @Test
    void what_is_taken_from_the_check_as_a_whole_keeps_the_check_whole() {
        books.post(
                ward,
                check(
                        "T-1",
                        List.of(
                                new ProviderAdjustment("1234567893", null, "WO", "OLD", 2_000),
                                new ProviderAdjustment("1234567893", null, "L6", null, -150)),
                        PAID));

        assertThat(books.cash(ward, "T-1")).isEqualTo(50_000 - 2_000 + 150);
        assertThat(books.account(ward, "PAYER_BALANCE")).isEqualTo(2_000);
        assertThat(books.account(ward, "INTEREST")).isEqualTo(-150);
    }

    @Test
    void one_claim_on_two_checks_is_owed_until_both_came() {
        books.post(ward, check("T-1", List.of(), answer(NUMBER, "1", line(NUMBER, 1, 31_500))));
        assertThat(books.account(ward, "PAYER")).isEqualTo(31_500);

        books.post(ward, check("T-2", List.of(), answer(NUMBER, "1", line(NUMBER, 2, 31_500))));
        assertThat(books.account(ward, "PAYER")).isZero();
    }

    @Test
    void money_without_a_claim_waits_until_somebody_finds_it_and_can_be_taken_back() {
        books.post(
                ward, check("T-1", List.of(), answer("STRANGE", "1", line("STRANGE", 1, 31_500))));
        assertThat(books.account(ward, "UNMATCHED")).isEqualTo(-31_500);
        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);

        var waiting =
                ward.in(() -> remittances.unmatched(ward.permit(Action.REMITTANCE_VIEW)))
                        .getFirst();
        ward.in(() ->
                matches.match(
                        ward.permit(Action.REMITTANCE_POST),
                        Ids.next(),
                        waiting.id(),
                        books.claim(ward),
                        null,
                        "The payer said so"));
        assertThat(books.account(ward, "UNMATCHED")).isZero();
        assertThat(books.account(ward, "PAYER")).isEqualTo(31_500);

        ward.in(() ->
                matches.takeBack(
                        ward.permit(Action.REMITTANCE_POST), waiting.id(), "Another client's"));
        assertThat(books.account(ward, "UNMATCHED")).isEqualTo(-31_500);
        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);
    }

    @Test
    void a_corrected_claim_takes_the_place_of_the_denied_one() {
        books.post(ward, check("T-1", List.of(), DENIED));

        assertThat(resend(Resend.CORRECTED)).isInstanceOf(Submission.Sent.class);

        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);
        assertThat(books.account(ward, "REVENUE")).isEqualTo(-63_000);
        assertThat(books.claims(ward)).hasSize(2);
        assertThat(resend(Resend.CORRECTED)).isInstanceOf(Submission.NothingSent.class);
    }

    @Test
    void a_void_claim_is_owed_by_nobody_and_can_go_out_as_new() {
        books.post(ward, check("T-1", List.of(), DENIED));
        assertThat(resend(Resend.VOID)).isInstanceOf(Submission.Sent.class);
        assertThat(books.account(ward, "PAYER")).isZero();

        assertThat(resend(Resend.NEW)).isInstanceOf(Submission.Sent.class);
        assertThat(books.account(ward, "PAYER")).isEqualTo(63_000);
    }

    @Test
    void a_claim_that_the_payer_never_numbered_cannot_be_replaced() {
        assertThat(resend(Resend.CORRECTED)).isInstanceOf(Submission.NothingSent.class);
        assertThat(resend(Resend.NEW)).isInstanceOf(Submission.Sent.class);
    }

    @Test
    void nothing_about_a_client_under_part_2_leaves_again_after_the_consent_was_revoked() {
        books.post(ward, check("T-1", List.of(), DENIED));
        clinic.write(
                ward,
                "update organizations.program set part_2 = true where organization_id = ?",
                ward.organization().value());
        clinic.write(
                ward,
                "update clients.consent set revoked_on = '2026-03-01' where organization_id = ?",
                ward.organization().value());

        for (var how : Resend.values()) {
            assertThat(resend(how)).isInstanceOf(Submission.NothingSent.class);
        }
        assertThat(books.claims(ward)).hasSize(1);
    }

    private Submission resend(Resend how) {
        var newest =
                books.claims(ward).stream()
                        .max(Comparator.comparing(ClaimRow::number))
                        .orElseThrow();
        return ward.in(() ->
                corrections.resend(
                        ward.permit(Action.CLAIM_SUBMIT), Ids.next(), newest.id(), how, null));
    }

    @Test
    void two_billers_who_post_the_same_file_post_it_once() throws Exception {
        var file = check("T-1", List.of(), PAID);
        var together = new CyclicBarrier(2);
        Callable<RemittancePosting> post =
                () -> {
                    together.await();
                    return books.post(ward, file);
                };
        try (var billers = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<RemittancePosting>();
            for (var done : billers.invokeAll(List.of(post, post))) {
                answers.add(done.get());
            }
            var posted = one(answers, RemittancePosting.Posted.class);
            var second = one(answers, RemittancePosting.AlreadyPosted.class);
            assertThat(second.file()).isEqualTo(posted.file());
            assertThat(second.remittances()).isEqualTo(posted.posted());
        }
        assertThat(books.cash(ward, "T-1")).isEqualTo(50_000);
        assertThat(books.account(ward, "PAYER")).isZero();
    }

    private static <T> T one(List<?> answers, Class<T> kind) {
        assertThat(answers).filteredOn(kind::isInstance).hasSize(1);
        return answers.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    @Test
    void what_is_given_up_takes_a_second_person() {
        books.post(ward, check("T-1", List.of(), DENIED));
        var claim = books.claim(ward);
        var asked = ask(Decision.Kind.WRITE_OFF, 63_000);
        assertThat(asked).isInstanceOf(Outcome.Done.class);
        assertThat(books.account(ward, "WRITE_OFF")).isZero();
        assertThat(ask(Decision.Kind.WRITE_OFF, 100)).isInstanceOf(Outcome.Refused.class);

        var decision =
                ward.in(() -> decisions.waiting(ward.permit(Action.WRITE_OFF_APPROVE))).getFirst();
        assertThat(decision.claim()).isEqualTo(claim);
        assertThat(decision.mine()).isTrue();
        assertThat(
                        ward.in(() ->
                                decisions.answer(
                                        ward.permit(Action.WRITE_OFF_APPROVE),
                                        decision.id(),
                                        true)))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(ward.in(() -> decisions.answer(secondPerson(), decision.id(), true)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(books.account(ward, "WRITE_OFF")).isEqualTo(63_000);
        assertThat(books.account(ward, "PAYER")).isZero();
    }

    private Permit secondPerson() {
        return Permit.granted(
                new Actor(
                        ward.organization(),
                        Ids.next(),
                        null,
                        "Dana Reed",
                        Set.of(Role.DIRECTOR),
                        Set.of()),
                Action.WRITE_OFF_APPROVE,
                Permit.Purpose.PAYMENT,
                null);
    }

    @Test
    void what_the_contract_bears_is_never_asked_of_the_client() {
        books.post(ward, check("T-1", List.of(), DENIED));
        assertThat(ask(Decision.Kind.BILL_CLIENT, 63_000)).isInstanceOf(Outcome.Refused.class);
        assertThat(ask(Decision.Kind.WRITE_OFF, 63_001)).isInstanceOf(Outcome.Refused.class);
    }

    private Outcome ask(Decision.Kind kind, long cents) {
        return ward.in(() ->
                decisions.ask(
                        ward.permit(Action.DENIAL_WORK),
                        Ids.next(),
                        books.claim(ward),
                        kind,
                        new Money(cents),
                        "Nothing left to try"));
    }
}
