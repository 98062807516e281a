package care.trellis.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Clients' money: every cent is in the ledger of money, and what is kept is what happened. */
@TrellisTest
@Import(OwnDays.class)
class CashierTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Clinic clinic;
    @Autowired OwnDays own;
    @Autowired Cashier cashier;
    @Autowired Fees fees;
    @Autowired AccountRecords accounts;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    Clinic.Client someone;
    ClientId maya;

    @BeforeEach
    void givenAClientWithoutInsuranceWhoCameOnce() {
        ward = clinic.open();
        someone = clinic.maya(ward);
        maya = new ClientId(someone.id());
        own.policy(ward);
    }

    @AfterEach
    void whatIsKeptFollowsFromWhatHappened() {
        int astray = ward.in(() -> transaction.execute(status -> accounts.astray()));
        assertThat(astray).isZero();
    }

    @Test
    void a_day_that_no_payer_covers_is_charged_once() {
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);

        assertThat(own.charge(ward)).isEqualTo(1);
        assertThat(own.charge(ward)).isZero();
        assertThat(own.account(ward, maya).balance()).isEqualTo(OwnDays.RATE);
    }

    @Test
    void a_day_that_a_payer_covers_is_not_the_clients() {
        own.came(ward, someone, MONDAY);

        assertThat(own.charge(ward)).isZero();
    }

    @Test
    void a_card_that_comes_later_takes_the_charge_back() {
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);
        own.charge(ward);
        clinic.write(
                ward,
                "update clients.coverage set effective_to = null where organization_id = ?",
                ward.organization().value());

        own.charge(ward);

        assertThat(own.account(ward, maya).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_payment_pays_once_however_often_it_is_sent() {
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);
        own.charge(ward);
        var key = Ids.next();

        own.pay(ward, maya, key, 10_000).orThrow();
        own.pay(ward, maya, key, 10_000).orThrow();

        assertThat(own.account(ward, maya).balance()).isEqualTo(new Money(14_000));
        var payment =
                ward.in(() -> cashier.payments(ward.permit(Action.CASHIER_VIEW), maya)).getFirst();
        assertThat(payment.number()).isEqualTo(1);
        ward.run(() ->
                cashier.reverse(
                        ward.permit(Action.CASHIER_EDIT),
                        maya,
                        payment.id(),
                        Payment.Reversal.BOUNCED));
        assertThat(own.account(ward, maya).balance()).isEqualTo(OwnDays.RATE);
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
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);
        own.charge(ward);

        determine(2_000_000).orThrow();

        // 20,000 dollars for one are 126 percent of the guideline: a quarter of the rate.
        assertThat(own.account(ward, maya).balance()).isEqualTo(new Money(6_000));
        var day = own.account(ward, maya).days().getFirst();
        assertThat(day.charge()).isEqualTo(OwnDays.RATE);
        assertThat(day.discount()).isEqualTo(new Money(18_000));
    }

    @Test
    void the_account_takes_money_and_gives_receipts_and_statements() throws Exception {
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);
        var path = "/clients/" + maya.value() + "/account";
        var desk = ward.signedIn(Role.FRONT_DESK);
        web.perform(get(path + "/plan").with(ward.signedIn(Role.BILLER)))
                .andExpect(content().string(containsString("Nothing is owed")));
        own.charge(ward);
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
}
