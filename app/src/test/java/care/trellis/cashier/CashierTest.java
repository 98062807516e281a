package care.trellis.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.Claims;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Restrictions;
import care.trellis.testing.Clinic;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Clients' money: every cent is in the ledger of money, and what is kept is what happened. */
@TrellisTest
@Import(BillableDays.class)
class CashierTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;
    private static final Money RATE = new Money(24_000);

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Cashier cashier;
    @Autowired Clients clients;
    @Autowired Fees fees;
    @Autowired Wishes wishes;
    @Autowired Statements statements;
    @Autowired Silence silence;
    @Autowired Restrictions restrictions;
    @Autowired Claims claims;
    @Autowired AccountRecords accounts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    Clinic.Client someone;
    ClientId maya;

    @BeforeEach
    void givenAClientWithoutInsuranceWhoCameOnce() {
        ward = clinic.open();
        someone = clinic.maya(ward);
        maya = new ClientId(someone.id());
        ward.in(() ->
                        fees.set(
                                ward.permit(Action.CASHIER_POLICY),
                                Ids.next(),
                                Policy.usual(MONDAY.minusDays(30))))
                .orThrow();
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        int astray = ward.in(() -> transaction.execute(status -> accounts.astray()));
        assertThat(astray).isZero();
    }

    @Test
    void a_day_that_no_payer_covers_is_charged_once() {
        uninsured();
        came(MONDAY);

        assertThat(charge()).isEqualTo(1);
        assertThat(charge()).isZero();
        assertThat(balance()).isEqualTo(RATE);
    }

    @Test
    void a_day_that_a_payer_covers_is_not_the_clients() {
        came(MONDAY);

        assertThat(charge()).isZero();
    }

    @Test
    void a_card_that_comes_later_takes_the_charge_back() {
        uninsured();
        came(MONDAY);
        charge();
        clinic.write(
                ward,
                "update clients.coverage set effective_to = null where organization_id = ?",
                ward.organization().value());

        charge();

        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_payment_pays_once_however_often_it_is_sent() {
        uninsured();
        came(MONDAY);
        charge();
        var key = Ids.next();

        pay(key, 10_000).orThrow();
        pay(key, 10_000).orThrow();

        assertThat(balance()).isEqualTo(new Money(14_000));
        var payment =
                ward.in(() -> cashier.payments(ward.permit(Action.CASHIER_VIEW), maya)).getFirst();
        assertThat(payment.number()).isEqualTo(1);
        ward.run(() ->
                cashier.reverse(
                        ward.permit(Action.CASHIER_EDIT),
                        maya,
                        payment.id(),
                        Payment.Reversal.BOUNCED));
        assertThat(balance()).isEqualTo(RATE);
    }

    @Test
    void the_number_of_a_card_is_refused_wherever_it_is_typed() {
        var refused =
                ward.in(() ->
                        cashier.take(
                                ward.permit(Action.CASHIER_TAKE),
                                Ids.next(),
                                maya,
                                new Money(100),
                                Payment.Method.CHECK,
                                "4111 1111 1111 1111",
                                MONDAY));

        assertThat(refused).isInstanceOf(Change.Refused.class);
    }

    @Test
    void a_fee_by_income_prices_the_days_before_it_anew() {
        uninsured();
        came(MONDAY);
        charge();

        determine(2_000_000).orThrow();

        // 20,000 dollars for one are 126 percent of the guideline: a quarter of the rate.
        assertThat(balance()).isEqualTo(new Money(6_000));
        var day = account().days().getFirst();
        assertThat(day.charge()).isEqualTo(RATE);
        assertThat(day.discount()).isEqualTo(new Money(18_000));
    }

    @Test
    void a_small_refund_is_done_at_once_and_a_large_one_takes_a_second_person() {
        pay(Ids.next(), 30_000).orThrow();

        ask(Wish.Kind.REFUND, 10_000).orThrow();
        assertThat(balance()).isEqualTo(new Money(-20_000));

        var large = ask(Wish.Kind.REFUND, 20_000).orThrow();
        assertThat(balance()).isEqualTo(new Money(-20_000));
        assertThat(answer(ward.permit(Action.WRITE_OFF_APPROVE), large))
                .isInstanceOf(Change.Refused.class);
        answer(another(Action.WRITE_OFF_APPROVE), large).orThrow();
        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(ask(Wish.Kind.REFUND, 1)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void a_debt_is_given_up_only_after_the_steps_of_the_policy() {
        uninsured();
        came(MONDAY);
        charge();

        assertThat(ask(Wish.Kind.BAD_DEBT, 24_000))
                .isInstanceOfSatisfying(
                        Change.Refused.class, refused -> assertThat(refused.problems()).hasSize(2));

        for (int n = 0; n < 3; n++) {
            ward.in(() ->
                    statements.give(
                            ward.permit(Action.CASHIER_TAKE),
                            Ids.next(),
                            maya,
                            RATE,
                            new byte[] {1}));
        }
        clock.advance(Duration.ofDays(125));
        var asked = ask(Wish.Kind.BAD_DEBT, 24_000).orThrow();
        answer(another(Action.WRITE_OFF_APPROVE), asked).orThrow();
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void more_than_four_parts_are_no_plan_of_ours() {
        uninsured();
        came(MONDAY);
        charge();

        assertThat(agree(5)).isInstanceOf(Change.Refused.class);
        agree(4).orThrow();
        assertThat(ward.in(() -> statements.plan(ward.permit(Action.CASHIER_VIEW), maya)))
                .hasValueSatisfying(plan -> assertThat(plan.total()).isEqualTo(RATE));
    }

    @Test
    void a_day_that_no_payer_may_hear_of_is_on_no_claim_and_is_the_clients_own() {
        days.reachable(ward);
        days.week(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY.plusDays(2));
        came(MONDAY);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));

        ask(MONDAY, MONDAY).orThrow();

        assertThat(coverages(MONDAY)).isZero();
        assertThat(coverages(MONDAY.minusDays(1))).isEqualTo(1);
        assertThat(coverages(MONDAY.plusDays(1))).isEqualTo(1);

        var ready = ward.in(() -> claims.ready(ward.permit(Action.CLAIM_VIEW))).all();
        ward.in(() -> claims.submit(ward.permit(Action.CLAIM_SUBMIT), Ids.next(), ready));
        var sent = ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0));
        assertThat(sent).allSatisfy(claim -> assertThat(claim.from()).isAfter(MONDAY));
        charge();
        assertThat(account().days())
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(MONDAY));

        var held = ward.in(() -> restrictions.of(ward.permit(Action.CASHIER_VIEW), maya));
        ward.run(() ->
                restrictions.lift(ward.permit(Action.CASHIER_EDIT), maya, held.getFirst().id()));
        charge();
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_a_claim_said_already_cannot_be_kept_from_the_payer() {
        days.reachable(ward);
        days.week(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY.plusDays(2));
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        ward.in(() ->
                claims.submit(
                        ward.permit(Action.CLAIM_SUBMIT),
                        Ids.next(),
                        claims.ready(ward.permit(Action.CLAIM_VIEW)).all()));

        assertThat(ask(MONDAY, null)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void the_account_takes_money_and_gives_receipts_and_statements() throws Exception {
        uninsured();
        came(MONDAY);
        charge();
        var path = "/clients/" + maya.value() + "/account";
        var desk = ward.signedIn(Role.FRONT_DESK);
        web.perform(
                        post(path + "/payments")
                                .param("key", Ids.next().toString())
                                .param("amount", "40,00 please")
                                .param("method", "CASH")
                                .param("receivedOn", MONDAY.toString())
                                .with(desk)
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("40,00 please")));
        web.perform(
                        post(path + "/payments")
                                .param("key", Ids.next().toString())
                                .param("amount", "40")
                                .param("method", "CASH")
                                .param("receivedOn", MONDAY.toString())
                                .with(desk)
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path).with(desk))
                .andExpect(content().string(containsString("$200.00")))
                .andExpect(content().string(containsString("Receipt 1")));
        web.perform(get("/cashier").with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(content().string(containsString("Statement due")));
        for (var page : List.of("/fee", "/plan", "/requests", "/silence")) {
            web.perform(get(path + page).with(ward.signedIn(Role.BILLER)))
                    .andExpect(status().isOk());
        }
        web.perform(get("/cashier/policy").with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk());

        var given =
                web.perform(
                                post(path + "/statements")
                                        .param("key", Ids.next().toString())
                                        .with(desk)
                                        .with(csrf()))
                        .andReturn();
        var paper =
                web.perform(get(given.getResponse().getRedirectedUrl()).with(desk))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(Pdf.words(paper)).contains("You owe $200.00.", "Mar 2, 2026");
    }

    /** How many coverages of the client other rooms see on a day. */
    private int coverages(LocalDate day) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select count(*)::int from clients.public_coverage
                                        where organization_id = ? and client_id = ? and effective_from <= ?
                                          and (effective_to is null or effective_to >= ?)
                                        """)
                                .params(ward.organization().value(), maya.value(), day, day)
                                .query(Integer.class)
                                .single()));
    }

    private void uninsured() {
        clinic.write(
                ward,
                "update clients.coverage set effective_to = '2026-01-31' where organization_id = ?",
                ward.organization().value());
    }

    private void came(LocalDate day) {
        var session = clinic.session(ward, day, LocalTime.of(9, 0), 180, someone);
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    estimated, last_event)
                values (?, ?, ?, ?, 'PRESENT', '2026-03-02T14:00:00Z', false, 1)
                """,
                ward.organization().value(),
                session,
                someone.id(),
                day);
        clock.set(Instant.parse("2026-03-05T15:00:00Z"));
    }

    private int charge() {
        return ward.in(() -> fees.chargeDays(ward.permit(Action.CASHIER_EDIT)));
    }

    private Account account() {
        return ward.in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), maya));
    }

    private Money balance() {
        return account().balance();
    }

    private Change<PaymentId> pay(UUID key, long cents) {
        return ward.in(() ->
                cashier.take(
                        ward.permit(Action.CASHIER_TAKE),
                        key,
                        maya,
                        new Money(cents),
                        Payment.Method.CASH,
                        "",
                        MONDAY));
    }

    private Change<UUID> determine(long income) {
        return ward.in(() ->
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
                        MONDAY));
    }

    private Change<RequestId> ask(Wish.Kind kind, long cents) {
        return ward.in(() ->
                wishes.ask(
                        ward.permit(Action.CASHIER_EDIT),
                        Ids.next(),
                        maya,
                        kind,
                        new Money(cents),
                        "Asked by the client"));
    }

    private Change<RequestId> answer(Permit permit, RequestId id) {
        return ward.in(() -> wishes.answer(permit, id, true));
    }

    private Permit another(Action action) {
        return Permit.granted(
                new Actor(
                        ward.organization(),
                        Ids.next(),
                        null,
                        "Jin Kim",
                        Set.of(Role.values()),
                        Set.of()),
                action,
                Permit.Purpose.PAYMENT,
                null);
    }

    private Change<UUID> agree(int parts) {
        return ward.in(() ->
                statements.agree(
                        ward.permit(Action.CASHIER_EDIT),
                        Ids.next(),
                        maya,
                        parts,
                        Agreement.Every.WEEK,
                        LocalDate.of(2026, 3, 12)));
    }

    private Change<care.trellis.clients.RestrictionId> ask(
            LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        return ward.in(() ->
                silence.ask(ward.permit(Action.CASHIER_EDIT), Ids.next(), maya, null, from, to));
    }
}
