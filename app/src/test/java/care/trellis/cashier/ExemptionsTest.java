package care.trellis.cashier;

import static care.trellis.receivables.Books.answer;
import static care.trellis.receivables.Books.check;
import static care.trellis.receivables.Books.line;
import static care.trellis.receivables.Books.off;
import static care.trellis.receivables.Books.reversal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.clients.ClientId;
import care.trellis.clients.Coverages;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.receivables.Books;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Cost sharing that may not be asked: what Medicare leaves to a Qualified Medicare Beneficiary. */
@TrellisTest
@Import({BillableDays.class, Books.class})
class ExemptionsTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;
    private static final String CLAIM = "000000001-1";
    private static final Money LEFT = new Money(10_000);

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired Exemptions exemptions;
    @Autowired Coverages coverages;
    @Autowired Cashier cashier;
    @Autowired Wishes wishes;
    @Autowired AccountRecords accounts;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    ClientId maya;
    String path;

    @BeforeEach
    void givenADayOfWhichMedicareLeavesAHundredDollarsAndSaysWhoseTheyAreNot() {
        ward = clinic.open();
        days.reachable(ward);
        var someone = clinic.maya(ward);
        maya = new ClientId(someone.id());
        path = "/clients/" + maya.value() + "/account/exemptions";
        days.week(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY.plusDays(2));
        clock.set(Instant.parse("2026-03-23T14:05:00Z"));
        books.send(ward);
        books.post(ward, check("T-1", List.of(), answered(remarked())));
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        int astray = ward.in(() -> transaction.execute(status -> accounts.astray()));
        assertThat(astray).isZero();
    }

    @Test
    void what_medicare_leaves_is_taken_off_with_its_reason() throws Exception {
        assertThat(balance()).isEqualTo(LEFT);

        record(MONDAY, null);

        var day = account().days().getFirst();
        assertThat(day.share()).isEqualTo(Money.ZERO);
        assertThat(day.standing()).isEqualTo(Account.Standing.EXEMPT);
        assertThat(balance()).isEqualTo(Money.ZERO);
        web.perform(get("/clients/" + maya.value() + "/account").with(ward.signedIn(Role.BILLER)))
                .andExpect(content().string(containsString("1396a(n)(3)(B)")))
                .andExpect(content().string(containsString("May not be asked")));
    }

    @Test
    void it_holds_for_its_days_alone() {
        record(MONDAY.plusDays(1), null);
        assertThat(balance()).isEqualTo(LEFT);

        record(MONDAY.minusDays(30), MONDAY);
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void before_medicare_has_answered_nothing_is_taken_off() {
        books.post(ward, check("T-2", List.of(), reversal(answered(remarked()))));
        record(MONDAY, null);
        assertThat(account().days())
                .allSatisfy(day -> assertThat(day.exempt()).isEqualTo(Money.ZERO));

        books.post(ward, check("T-3", List.of(), answered(remarked())));

        assertThat(account().days().getFirst().exempt()).isEqualTo(LEFT);
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_medicare_does_not_cover_at_all_is_still_asked() {
        books.post(ward, check("T-2", List.of(), reversal(answered(remarked()))));
        record(MONDAY, null);

        books.post(
                ward,
                check(
                        "T-3",
                        List.of(),
                        answered(
                                line(
                                        CLAIM,
                                        1,
                                        16_500,
                                        off("CO", "45", 5_000),
                                        off("PR", "2", 4_000),
                                        off("PR", "96", 6_000)))));

        assertThat(account().days().getFirst().exempt()).isEqualTo(new Money(4_000));
        assertThat(balance()).isEqualTo(new Money(6_000));
    }

    @Test
    void it_holds_for_its_days_however_late_medicare_answers() {
        record(MONDAY, MONDAY);
        clock.advance(Duration.ofDays(300));

        books.post(ward, check("T-2", List.of(), reversal(answered(remarked()))));
        assertThat(account().days().getFirst().exempt()).isEqualTo(Money.ZERO);
        books.post(ward, check("T-3", List.of(), answered(remarked())));

        assertThat(account().days().getFirst().exempt()).isEqualTo(LEFT);
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_was_given_up_before_is_not_taken_off_twice() {
        giveUp();

        record(MONDAY, null);

        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_was_paid_before_becomes_a_credit() {
        ward.in(() ->
                        cashier.take(
                                ward.permit(Action.CASHIER_TAKE),
                                Ids.next(),
                                maya,
                                LEFT,
                                Payment.Method.CASH,
                                "",
                                LocalDate.of(2026, 3, 23)))
                .orThrow();

        record(MONDAY, null);

        assertThat(account().credit()).isEqualTo(LEFT);
    }

    @Test
    void taken_back_it_is_asked_again() {
        var id = record(MONDAY, null);

        ward.run(() -> exemptions.lift(ward.permit(Action.CASHIER_EDIT), maya, id));

        assertThat(balance()).isEqualTo(LEFT);
    }

    @Test
    void what_medicare_says_with_its_answer_is_shown_until_it_is_on_record() throws Exception {
        var biller = ward.signedIn(Role.BILLER);
        web.perform(get(path).with(biller))
                .andExpect(content().string(containsString("said so with its answer for Mar 2")));
        var coverage =
                ward.in(() -> coverages.of(ward.permit(Action.CASHIER_VIEW), maya)).getFirst();

        web.perform(
                        post(path)
                                .param("key", Ids.next().toString())
                                .param("coverage", coverage.id().value().toString())
                                .param("from", "2026-01-01")
                                .param("source", "PAYER_ANSWER")
                                .with(biller)
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(ward.in(() -> exemptions.said(ward.permit(Action.CASHIER_VIEW), maya)))
                .isEmpty();
    }

    @Test
    void a_form_without_coverage_or_day_names_what_is_missing() throws Exception {
        web.perform(
                        post(path)
                                .param("key", Ids.next().toString())
                                .with(ward.signedIn(Role.BILLER))
                                .with(csrf()))
                .andExpect(content().string(containsString("Choose the Medicare coverage.")))
                .andExpect(content().string(containsString("Enter the first day.")));
    }

    /** Of Monday Medicare leaves coinsurance, and says by its remark whose it is not. */
    private static PaidLine remarked() {
        var left = line(CLAIM, 1, 16_500, off("CO", "45", 5_000), off("PR", "2", 10_000));
        return new PaidLine(
                left.procedure(),
                left.modifiers(),
                left.revenueCode(),
                left.date(),
                left.units(),
                left.chargeCents(),
                left.paidCents(),
                left.adjustments(),
                left.controlNumber(),
                List.of("N782"));
    }

    private static PaidClaim answered(PaidLine monday) {
        return answer(CLAIM, "1", monday, line(CLAIM, 2, 26_500, off("CO", "45", 5_000)));
    }

    private void giveUp() {
        var asked =
                ward.in(() ->
                                wishes.ask(
                                        ward.permit(Action.CASHIER_EDIT),
                                        Ids.next(),
                                        maya,
                                        Wish.Kind.COURTESY,
                                        LEFT,
                                        "A mistake at the desk"))
                        .orThrow();
        var another =
                Permit.granted(
                        new Actor(
                                ward.organization(),
                                Ids.next(),
                                null,
                                "Jin Kim",
                                Set.of(Role.values()),
                                Set.of()),
                        Action.WRITE_OFF_APPROVE,
                        Permit.Purpose.PAYMENT,
                        null);
        ward.in(() -> wishes.answer(another, asked, true)).orThrow();
    }

    private ExemptionId record(LocalDate from, @Nullable LocalDate to) {
        return ward.in(
                        () -> {
                            var coverage =
                                    coverages.of(ward.permit(Action.CASHIER_VIEW), maya).getFirst();
                            return exemptions.add(
                                    ward.permit(Action.CASHIER_EDIT),
                                    Ids.next(),
                                    maya,
                                    coverage.id(),
                                    from,
                                    to,
                                    Exemption.Source.STATE);
                        })
                .orThrow();
    }

    private Money balance() {
        return account().balance();
    }

    private Account account() {
        return ward.in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), maya));
    }
}
