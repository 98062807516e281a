package care.trellis.receivables;

import static care.trellis.receivables.Books.answer;
import static care.trellis.receivables.Books.check;
import static care.trellis.receivables.Books.line;
import static care.trellis.receivables.Books.off;
import static care.trellis.receivables.MorePayers.FIRST;
import static care.trellis.receivables.MorePayers.SUMMIT;
import static care.trellis.receivables.MorePayers.answered;
import static care.trellis.receivables.MorePayers.decided;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.ClaimDetail;
import care.trellis.billing.ClaimId;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.ClaimSearch;
import care.trellis.billing.Claims;
import care.trellis.billing.Corrections;
import care.trellis.billing.HandMatches;
import care.trellis.billing.NextPayer;
import care.trellis.billing.NextPayers;
import care.trellis.billing.Remittances;
import care.trellis.billing.Resend;
import care.trellis.billing.Submission;
import care.trellis.cashier.Account;
import care.trellis.cashier.Cashier;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two payers for the same days: who is asked when, for how much, and who owes in the end. */
@TrellisTest
@Import({BillableDays.class, Books.class, MorePayers.class})
class NextPayersTest {

    private static final String SECOND = "000000002-1";

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired MorePayers payers;
    @Autowired Claims claims;
    @Autowired NextPayers next;
    @Autowired Corrections corrections;
    @Autowired Remittances remittances;
    @Autowired HandMatches matches;
    @Autowired Cashier cashier;
    @Autowired SettableClock clock;

    Clinic.Ward ward;

    @BeforeEach
    void givenAClaimOfTwoDaysToTheFirstOfTwoPayers() {
        ward = clinic.open();
        days.reachable(ward);
        var maya = clinic.maya(ward);
        var summit = payers.contract(ward, "Summit", "837I");
        payers.card(ward, maya.id(), summit, "Summit", "SUM-77", 2);
        days.week(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY.plusDays(2));
        clock.set(Instant.parse("2026-03-23T14:05:00Z"));
        books.send(ward);
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        assertThat(books.astray(ward)).isZero();
        assertThat(books.account(ward, "OTHER_PAYER")).isZero();
    }

    private List<NextPayer> waiting() {
        return ward.in(() -> next.waiting(ward.permit(Action.CLAIM_VIEW)));
    }

    private Submission send() {
        var chosen = waiting().stream().map(NextPayer::claim).toList();
        return ward.in(() -> next.send(ward.permit(Action.CLAIM_SUBMIT), Ids.next(), chosen));
    }

    private ClaimDetail open(ClaimId claim) {
        return ward.in(() -> claims.open(ward.permit(Action.CLAIM_VIEW), claim));
    }

    private ClaimRow second() {
        return books.claims(ward).stream()
                .filter(row -> row.payer().equals("Summit"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_second_payer_is_asked_when_the_first_has_decided_and_never_before() {
        assertThat(waiting()).isEmpty();
        assertThat(send()).isInstanceOf(Submission.NothingSent.class);

        books.post(ward, check("T-1", List.of(), decided("1")));

        assertThat(waiting())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.next()).isEqualTo("Summit");
                    assertThat(one.turn()).isEqualTo(2);
                    assertThat(one.remaining()).isEqualTo(new Money(3_000));
                    assertThat(one.filesBy()).isEqualTo(one.decidedOn().plusDays(60));
                });
    }

    @Test
    void the_client_owes_nothing_that_another_payer_is_still_to_be_asked_for() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        var client = waiting().getFirst().client();

        var account = ward.in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), client));

        assertThat(account.balance()).isEqualTo(Money.ZERO);
        assertThat(account.open()).isEmpty();
        assertThat(account.nextPayer()).isEqualTo(new Money(3_000));
        assertThat(ward.in(() -> cashier.owing(ward.permit(Action.CASHIER_VIEW)))).isEmpty();

        send();
        assertThat(standings(client)).containsOnly(Account.Standing.NEXT_PAYER);
        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(SECOND, "2", 1_000, 500)));

        assertThat(standings(client)).containsOnly(Account.Standing.OPEN);
        assertThat(ward.in(() -> cashier.owing(ward.permit(Action.CASHIER_VIEW))))
                .singleElement()
                .extracting(Cashier.Owing::balance)
                .isEqualTo(new Money(1_000));
        assertThat(ward.in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), client)).days())
                .extracting(Account.Day::share)
                .containsExactly(new Money(500), new Money(500));
    }

    @Test
    void a_day_that_the_next_payer_has_paid_does_not_wait_for_it_any_more() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        var client = waiting().getFirst().client();
        send();

        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(SECOND, "2", 1_500, 0)));

        assertThat(standings(client)).containsOnly(Account.Standing.COVERED);
    }

    private List<Account.Standing> standings(ClientId client) {
        return ward
                .in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), client))
                .days()
                .stream()
                .map(Account.Day::standing)
                .toList();
    }

    @Test
    void what_the_first_payer_decided_goes_with_every_line() {
        books.post(ward, check("T-1", List.of(), decided("1")));

        assertThat(send()).isInstanceOf(Submission.Sent.class);

        assertThat(open(second().id()).asSent())
                .contains(
                        "SBR*S*18*******CI~",
                        "NM1*PR*2*SUMMIT*****PI*SUM1~",
                        "AMT*D*500~",
                        "REF*F8*PCN-" + FIRST + "~",
                        "SVD*ACME1*250*HC:S9480*0905*1~",
                        "CAS*CO*45*50~",
                        "CAS*PR*3*15~",
                        "DTP*573*D8*20260322~",
                        "AMT*EAF*15~");
        assertThat(books.account(ward, "PAYER")).isEqualTo(3_000);
        assertThat(books.account(ward, "CLIENT")).isZero();
        assertThat(books.account(ward, "REVENUE")).isEqualTo(-63_000);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_the_second_payer_leaves_is_what_the_client_owes() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        send();

        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(SECOND, "2", 1_000, 500)));

        assertThat(books.account(ward, "PAYER")).isZero();
        assertThat(books.account(ward, "CLIENT")).isEqualTo(1_000);
        assertThat(books.account(ward, "CASH")).isEqualTo(52_000);
        assertThat(books.account(ward, "CONTRACT")).isEqualTo(10_000);
        assertThat(open(second().id()).chain())
                .extracting(ClaimDetail.Turn::payer)
                .containsExactly("Acme Health", "Summit");
    }

    @Test
    void a_claim_is_not_corrected_under_the_one_that_repeats_its_decision() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        var first = waiting().getFirst().claim();
        send();

        var answer =
                ward.in(() ->
                        corrections.resend(
                                ward.permit(Action.CLAIM_SUBMIT),
                                Ids.next(),
                                first,
                                Resend.CORRECTED,
                                null));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Submission.NothingSent.class,
                        nothing -> assertThat(nothing.toString()).contains("FOLLOWED"));
    }

    @Test
    void a_second_payer_takes_off_no_more_than_was_left() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        send();

        var off = off("CO", "45", 31_500);
        books.post(
                ward,
                check(
                        SUMMIT,
                        "T-2",
                        List.of(),
                        answer(SECOND, "2", line(SECOND, 1, 0, off), line(SECOND, 2, 0, off))));

        assertThat(books.account(ward, "PAYER")).isZero();
        assertThat(books.account(ward, "CLIENT")).isZero();
        assertThat(books.account(ward, "CONTRACT")).isEqualTo(13_000);
    }

    @Test
    void a_line_given_to_a_later_claim_by_hand_takes_off_no_more_than_was_left_of_it() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        send();
        books.post(
                ward,
                check(
                        SUMMIT,
                        "T-2",
                        List.of(),
                        answer("STRANGE", "2", line("STRANGE", 1, 0, off("CO", "45", 31_500)))));
        var waiting =
                ward.in(() -> remittances.unmatched(ward.permit(Action.REMITTANCE_VIEW)))
                        .getFirst()
                        .id();
        var first =
                ward.in(() ->
                                matches.candidates(
                                        ward.permit(Action.REMITTANCE_VIEW),
                                        new ClaimSearch(SECOND, "", Clinic.MONDAY, null)))
                        .getFirst()
                        .line();
        assertThat(first).isNotNull();

        for (var line : Arrays.asList(first, null)) {
            ward.in(() ->
                    matches.match(
                            ward.permit(Action.REMITTANCE_POST),
                            Ids.next(),
                            waiting,
                            second().id(),
                            line,
                            "The payer said so"));

            assertThat(books.account(ward, "CONTRACT")).as("line %s", line).isEqualTo(11_500);
            assertThat(books.account(ward, "PAYER")).as("the other line").isEqualTo(1_500);

            ward.in(() ->
                    matches.takeBack(ward.permit(Action.REMITTANCE_POST), waiting, "Not theirs"));
            assertThat(books.account(ward, "CONTRACT")).isEqualTo(10_000);
        }
    }

    @Test
    void an_answer_without_a_day_counts_from_the_day_it_was_posted_here() {
        clock.set(Instant.parse("2026-03-24T02:30:00Z"));
        var undated =
                new String(check("T-1", List.of(), decided("1")), StandardCharsets.US_ASCII)
                        .replaceFirst("(BPR[^~]*?)\\*+20260322~", "$1~");

        books.post(ward, undated.getBytes(StandardCharsets.US_ASCII));

        var evening = LocalDate.of(2026, 3, 23);
        assertThat(waiting().getFirst().decidedOn()).isEqualTo(evening);
        assertThat(waiting().getFirst().filesBy()).isEqualTo(evening.plusDays(60));
        send();
        assertThat(open(second().id()).asSent()).contains("DTP*573*D8*20260323~");
        assertThat(open(second().id()).chain().getFirst().decidedOn()).isEqualTo(evening);
    }

    @Test
    void a_second_claim_that_is_voided_makes_way_for_another() {
        books.post(ward, check("T-1", List.of(), decided("1")));
        send();
        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(SECOND, "2", 0, 1_500)));
        var voided = second().id();

        ward.in(() ->
                corrections.resend(
                        ward.permit(Action.CLAIM_SUBMIT), Ids.next(), voided, Resend.VOID, null));

        assertThat(waiting()).hasSize(1);
        assertThat(send()).isInstanceOf(Submission.Sent.class);
    }
}
