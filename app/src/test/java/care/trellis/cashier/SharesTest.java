package care.trellis.cashier;

import static care.trellis.receivables.Books.answer;
import static care.trellis.receivables.Books.check;
import static care.trellis.receivables.Books.line;
import static care.trellis.receivables.Books.off;
import static care.trellis.receivables.Books.reversal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.clients.ClientId;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.payers.ContractId;
import care.trellis.payers.IncomeTerms;
import care.trellis.receivables.Books;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A fee by income beside a payer: nobody pays more of a day with one than without. */
@TrellisTest
@Import({BillableDays.class, Books.class})
class SharesTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;
    private static final String CLAIM = "000000001-1";

    private static final PaidClaim ANSWER =
            answer(
                    CLAIM,
                    "1",
                    line(CLAIM, 1, 16_500, off("CO", "45", 5_000), off("PR", "1", 10_000)),
                    line(CLAIM, 2, 26_500, off("CO", "45", 5_000)));

    /** At the guideline itself: the class that pays the nominal ten dollars of a day. */
    private static final long LOW = 1_596_000;

    /** 126 percent of it: a quarter of the rate, sixty dollars. */
    private static final long MIDDLE = 2_000_000;

    /** Above twice of it: the whole rate. */
    private static final long HIGH = 4_000_000;

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired Fees fees;
    @Autowired Shares shares;
    @Autowired IncomeTerms terms;
    @Autowired Cashier cashier;
    @Autowired AccountRecords accounts;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    ClientId maya;

    @BeforeEach
    void givenADayOfWhichThePayerLeavesAHundredDollarsAndOneWithoutAnything() {
        ward = clinic.open();
        days.reachable(ward);
        var someone = clinic.maya(ward);
        maya = new ClientId(someone.id());
        days.week(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY.plusDays(2));
        clock.set(Instant.parse("2026-03-23T14:05:00Z"));
        books.send(ward);
        books.post(ward, check("T-1", List.of(), ANSWER));
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        int astray = ward.in(() -> transaction.execute(status -> accounts.astray()));
        assertThat(astray).isZero();
    }

    @Test
    void of_a_day_after_the_payer_the_client_pays_what_one_without_a_payer_pays() throws Exception {
        rules(true);
        contract(true);

        determine(MIDDLE);

        var day = account().days().getFirst();
        assertThat(day.share()).isEqualTo(new Money(6_000));
        assertThat(day.discount()).isEqualTo(new Money(4_000));
        assertThat(account().balance()).isEqualTo(new Money(6_000));
        assertThat(ease()).isZero();
        web.perform(get("/clients/" + maya.value() + "/account").with(ward.signedIn(Role.BILLER)))
                .andExpect(content().string(containsString("pays more than $60.00 of a day")))
                .andExpect(content().string(containsString("Covered by the payer")));
    }

    @Test
    void of_each_day_it_is_said_who_bears_what_and_the_sum_is_the_charge() throws Exception {
        assertThat(account().days())
                .allSatisfy(day ->
                        assertThat(
                                        day.payerPaid()
                                                .plus(day.contract())
                                                .plus(day.discount())
                                                .plus(day.share()))
                                .isEqualTo(day.charge()));
        assertThat(account().days().getFirst().contract()).isEqualTo(new Money(5_000));

        books.post(ward, check("T-2", List.of(), reversal(ANSWER)));
        assertThat(account().days()).extracting(Account.Day::contract).containsOnly(Money.ZERO);
    }

    @Test
    void a_lower_income_takes_off_more() {
        rules(true);
        contract(true);
        determine(MIDDLE);
        determine(LOW);

        assertThat(account().balance()).isEqualTo(new Money(1_000));
    }

    @Test
    void where_the_contract_or_the_rules_do_not_allow_it_the_share_stays() {
        rules(true);
        determine(LOW);
        assertThat(account().balance()).isEqualTo(new Money(10_000));

        contract(true);
        assertThat(ease()).isEqualTo(1);
        assertThat(account().balance()).isEqualTo(new Money(1_000));

        rules(false);
        assertThat(ease()).isEqualTo(1);
        assertThat(account().balance()).isEqualTo(new Money(10_000));
    }

    @Test
    void a_contract_that_changes_leaves_the_days_before_it_as_they_were() {
        rules(true);
        contract(true);
        determine(LOW);

        contract(false, MONDAY.plusDays(1));
        assertThat(ease()).isZero();
        assertThat(account().balance()).isEqualTo(new Money(1_000));

        contract(false, MONDAY);
        assertThat(ease()).isEqualTo(1);
        assertThat(account().balance()).isEqualTo(new Money(10_000));
    }

    @Test
    void above_every_class_nothing_is_taken_off() {
        rules(true);
        contract(true);
        determine(HIGH);

        assertThat(account().balance()).isEqualTo(new Money(10_000));
        assertThat(ease()).isZero();
    }

    @Test
    void a_day_that_fell_to_the_deductible_says_what_was_taken_off_too() throws Exception {
        rules(true);
        contract(true);
        books.post(ward, check("T-2", List.of(), reversal(ANSWER)));
        books.post(
                ward,
                check(
                        "T-3",
                        List.of(),
                        answer(
                                CLAIM,
                                "1",
                                line(CLAIM, 1, 0, off("CO", "45", 5_000), off("PR", "1", 26_500)),
                                line(CLAIM, 2, 26_500, off("CO", "45", 5_000)))));
        determine(MIDDLE);

        assertThat(account().balance()).isEqualTo(new Money(6_000));
        web.perform(get("/clients/" + maya.value() + "/account").with(ward.signedIn(Role.BILLER)))
                .andExpect(content().string(containsString("pays more than $60.00 of a day")));
    }

    @Test
    void what_the_payer_says_later_is_followed_at_once() {
        rules(true);
        contract(true);
        determine(LOW);
        books.post(ward, check("T-2", List.of(), reversal(ANSWER)));

        assertThat(account().balance()).isEqualTo(Money.ZERO);
        assertThat(account().days().getFirst().discount()).isEqualTo(Money.ZERO);
    }

    @Test
    void money_of_several_days_in_one_sum_is_not_measured_by_one_day() {
        rules(true);
        contract(true);
        books.post(ward, check("T-2", List.of(), reversal(ANSWER)));
        var inOneSum =
                new PaidClaim(
                        CLAIM,
                        "1",
                        63_000,
                        43_000,
                        10_000,
                        "PCN-1",
                        List.of(off("CO", "45", 10_000), off("PR", "1", 10_000)),
                        List.of(),
                        List.of());
        books.post(ward, check("T-3", List.of(), inOneSum));

        determine(LOW);

        assertThat(account().balance()).isEqualTo(new Money(10_000));
    }

    private void rules(boolean shares) {
        var usual = Policy.usual(MONDAY.minusDays(30));
        ward.in(() ->
                        fees.set(
                                ward.permit(Action.CASHIER_POLICY),
                                Ids.next(),
                                new Policy(
                                        null,
                                        usual.from(),
                                        usual.dayRate(),
                                        usual.classes(),
                                        usual.nominal(),
                                        usual.secondAbove(),
                                        usual.statementsBefore(),
                                        usual.daysBefore(),
                                        shares)))
                .orThrow();
        clock.advance(Duration.ofSeconds(1));
    }

    private void contract(boolean allows) {
        contract(allows, MONDAY.minusDays(30));
    }

    private void contract(boolean allows, LocalDate from) {
        ward.in(() ->
                        terms.set(
                                ward.permit(Action.CONTRACT_EDIT),
                                Ids.next(),
                                new ContractId(ward.contract()),
                                allows,
                                from))
                .orThrow();
        clock.advance(Duration.ofSeconds(1));
    }

    private void determine(long income) {
        ward.in(() ->
                        fees.determine(
                                ward.permit(Action.CASHIER_EDIT),
                                Ids.next(),
                                maya,
                                new Fees.Income(
                                        1,
                                        new Money(income),
                                        "MAINLAND",
                                        Determination.Proof.PAY_STUBS,
                                        "Two stubs seen"),
                                MONDAY))
                .orThrow();
        clock.advance(Duration.ofSeconds(1));
    }

    private int ease() {
        return ward.in(() -> shares.ease(ward.permit(Action.CASHIER_EDIT)));
    }

    private Account account() {
        return ward.in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), maya));
    }
}
