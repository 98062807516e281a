package care.trellis.receivables;

import static care.trellis.receivables.Books.check;
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
import care.trellis.billing.ClaimRow;
import care.trellis.billing.Claims;
import care.trellis.billing.NextPayer;
import care.trellis.billing.NextPayers;
import care.trellis.billing.Submission;
import care.trellis.clients.ClientId;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageId;
import care.trellis.clients.CoverageSaved;
import care.trellis.clients.Coverages;
import care.trellis.payers.ContractId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The first payer sends claims on to the second by itself. */
@TrellisTest
@Import({BillableDays.class, Books.class, MorePayers.class})
class ForwardedClaimsTest {

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired MorePayers payers;
    @Autowired Claims claims;
    @Autowired Coverages coverages;
    @Autowired NextPayers next;
    @Autowired SettableClock clock;

    private Clinic.Ward ward;
    private ClientId maya;
    private UUID summit;

    @BeforeEach
    void givenAClaimOfTwoDays() {
        ward = clinic.open();
        days.twoOfMaya(ward);
        summit = payers.contract(ward, "Summit", "837I");
        clock.set(Instant.parse("2026-03-23T14:05:00Z"));
        books.send(ward);
        maya = books.claims(ward).getFirst().client();
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        assertThat(books.astray(ward)).isZero();
        assertThat(books.account(ward, "OTHER_PAYER")).isZero();
    }

    private UUID card(UUID contract, String name, String memberId, int priority) {
        return payers.card(ward, maya.value(), contract, name, memberId, priority);
    }

    private List<NextPayer> waiting() {
        return ward.in(() -> next.waiting(ward.permit(Action.CLAIM_VIEW)));
    }

    private Submission send() {
        var chosen = waiting().stream().map(NextPayer::claim).toList();
        return ward.in(() -> next.send(ward.permit(Action.CLAIM_SUBMIT), Ids.next(), chosen));
    }

    private ClaimRow to(String payer) {
        return books.claims(ward).stream()
                .filter(row -> row.payer().equals(payer))
                .findFirst()
                .orElseThrow();
    }

    private ClaimDetail open(ClaimRow row) {
        return ward.in(() -> claims.open(ward.permit(Action.CLAIM_VIEW), row.id()));
    }

    @Test
    void a_claim_that_the_first_payer_forwarded_is_not_sent_again() {
        card(summit, "Summit", "SUM-77", 2);
        books.post(ward, check("T-1", List.of(), decided("19")));

        assertThat(waiting()).isEmpty();
        assertThat(open(to("Summit")).chain())
                .extracting(ClaimDetail.Turn::byPayer)
                .containsExactly(false, true);
        assertThat(books.account(ward, "PAYER")).isEqualTo(3_000);
    }

    @Test
    void the_second_payers_answer_finds_it_by_the_first_number() {
        card(summit, "Summit", "SUM-77", 2);
        books.post(ward, check("T-1", List.of(), decided("19")));

        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(FIRST, "2", 1_500, 0)));

        assertThat(to("Summit").paid()).isEqualTo(new Money(3_000));
        assertThat(books.account(ward, "PAYER")).isZero();
        assertThat(books.account(ward, "CLIENT")).isZero();
    }

    @Test
    void a_card_that_is_linked_later_makes_known_who_has_the_claim() {
        var card = card(summit, "Summit", "SUM-77", 2);
        clinic.write(ward, "update clients.coverage set contract_id = null where id = ?", card);
        books.post(ward, check("T-1", List.of(), decided("19")));
        assertThat(waiting()).singleElement().extracting(NextPayer::contract).isNull();
        assertThat(send().toString()).contains("Link the coverage to a contract");

        var linked =
                new Coverage.Terms(
                        new ContractId(summit),
                        "Summit",
                        "SUM-77",
                        "",
                        2,
                        LocalDate.of(2020, 1, 1),
                        null);
        assertThat(
                        ward.in(() ->
                                coverages.change(
                                        ward.permit(Action.COVERAGE_EDIT),
                                        maya,
                                        new CoverageId(card),
                                        linked)))
                .isInstanceOf(CoverageSaved.Saved.class);

        assertThat(waiting()).isEmpty();
        assertThat(open(to("Summit")).chain())
                .extracting(ClaimDetail.Turn::byPayer)
                .containsExactly(false, true);
        assertThat(books.account(ward, "CLIENT")).isZero();
    }

    @Test
    void the_third_payer_hears_what_both_before_it_decided() {
        card(summit, "Summit", "SUM-77", 2);
        var third = payers.contract(ward, "Harbor", "837I");
        card(third, "Harbor", "HAR-9", 3);
        books.post(ward, check("T-1", List.of(), decided("19")));
        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(FIRST, "2", 1_000, 500)));

        assertThat(send()).isInstanceOf(Submission.Sent.class);

        var sent = open(to("Harbor")).asSent();
        assertThat(sent)
                .contains(
                        "SBR*T*18*******CI~",
                        "NM1*PR*2*HARBOR*****PI*HAR1~",
                        "SBR*P*18*******CI~",
                        "SBR*S*18*******CI~",
                        "AMT*D*500~",
                        "AMT*D*20~",
                        "SVD*ACME1*250*HC:S9480*0905*1~",
                        "SVD*SUM1*10*HC:S9480*0905*1~",
                        "CAS*OA*23*300~",
                        "CAS*PR*2*5~")
                .filteredOn(line -> line.startsWith("SVD"))
                .hasSize(4);
        assertThat(sent.toString()).contains("MI*SUM-77", "MI*HAR-9");
        assertThat(books.account(ward, "CLIENT")).isZero();
        assertThat(books.account(ward, "PAYER")).isEqualTo(1_000);
    }

    @Test
    void the_payer_in_the_middle_is_who_had_the_claim_whatever_the_cards_say_today() {
        var middle = card(summit, "Summit", "SUM-77", 2);
        var third = payers.contract(ward, "Harbor", "837I");
        card(third, "Harbor", "HAR-9", 4);
        books.post(ward, check("T-1", List.of(), decided("19")));
        books.post(ward, check(SUMMIT, "T-2", List.of(), answered(FIRST, "2", 1_000, 500)));
        clinic.write(
                ward,
                "update clients.coverage set effective_to = '2020-12-31' where id = ?",
                middle);

        assertThat(send()).isInstanceOf(Submission.Sent.class);

        var sent = open(to("Harbor")).asSent();
        assertThat(sent).contains("SVD*SUM1*10*HC:S9480*0905*1~");
        assertThat(sent.toString()).contains("MI*SUM-77", "MI*HAR-9");
    }

    @Test
    void a_payer_of_the_other_form_is_left_to_a_person_with_the_reason() {
        card(payers.contract(ward, "Meadow", "837P"), "Meadow", "MEA-1", 2);
        books.post(ward, check("T-1", List.of(), decided("1")));

        assertThat(send())
                .isInstanceOfSatisfying(
                        Submission.NothingSent.class,
                        nothing ->
                                assertThat(nothing.toString())
                                        .contains(
                                                "OTHER_FORM",
                                                "takes another form of claim than the one before"));
    }
}
