package care.trellis.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.cashier.CardProvider.Opening;
import care.trellis.cashier.CardProvider.Standing;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.outbound.OutboundHttp;
import care.trellis.testing.Clinic;
import care.trellis.testing.StandIn;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Cards, typed at a provider's page and never here; each payment is taken once. */
@TrellisTest
class CardPaymentsTest {

    private static final Money FIFTY = new Money(5_000);

    @Autowired Clinic clinic;
    @Autowired CardRecords records;
    @Autowired CardSettingRecords settings;
    @Autowired OutboundHttp door;
    @Autowired Cashier cashier;
    @Autowired Clients clients;
    @Autowired Audit audit;
    @Autowired Once once;
    @Autowired SettableClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    ClientId maya;
    Permit take;
    StandIn stripe;

    @BeforeEach
    void givenAProvider() throws Exception {
        ward = clinic.open();
        maya = new ClientId(clinic.maya(ward).id());
        take = ward.permit(Action.CASHIER_TAKE);
        stripe = new StandIn(200, "{\"id\":\"cs_test_1\",\"url\":\"https://pay.example/c/1\"}");
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void a_page_is_asked_for_with_an_amount_and_nothing_of_the_client() {
        var session = new CardSessionId(Ids.next());

        assertThat(http().open(session, FIFTY, "https://house.example/back"))
                .isEqualTo(new Opening.Opened("cs_test_1", "https://pay.example/c/1"));

        assertThat(stripe.keys).containsExactly(session.value().toString());
        assertThat(stripe.asked)
                .singleElement()
                .asString()
                .startsWith("/v1/checkout/sessions cancel_url=https://house.example/back&")
                .contains("client_reference_id=" + session.value())
                .contains("[unit_amount]=5000", "[name]=Payment&")
                .doesNotContain("Maya", maya.value().toString());
    }

    @Test
    void what_became_of_it_is_asked_for_and_never_guessed() {
        assertThat(standing("\"status\":\"open\",\"payment_status\":\"unpaid\""))
                .isEqualTo(Standing.OPEN);
        assertThat(paid(5_000)).isEqualTo(Standing.PAID);
        assertThat(standing("\"status\":\"expired\",\"payment_status\":\"unpaid\""))
                .isEqualTo(Standing.DECLINED);
        assertThat(paid(4_000)).isEqualTo(Standing.DIFFERENT);
        stripe.answer = "{\"id\":\"cs_test_2\",\"payment_status\":\"paid\"}";
        assertThat(http().standing("cs_test_1", FIFTY)).isEqualTo(Standing.DIFFERENT);
        stripe.answer = "no json";
        assertThat(http().standing("cs_test_1", FIFTY)).isEqualTo(Standing.OPEN);
        stripe.status = 500;
        assertThat(http().standing("cs_test_1", FIFTY)).isEqualTo(Standing.OPEN);
        stripe.status = 404;
        assertThat(http().standing("cs_test_1", FIFTY)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void a_provider_that_refuses_or_answers_nonsense_opens_no_page() {
        stripe.answer = "{\"id\":\"cs_test_1\",\"url\":\"javascript:alert(1)\"}";
        assertThat(open()).isInstanceOf(Opening.Failed.class);
        stripe.status = 402;
        assertThat(open()).isEqualTo(new Opening.Failed("The card provider refused it (402)."));
        stripe.close();
        assertThat(open()).isInstanceOf(Opening.Failed.class);
    }

    @Test
    void a_payment_is_on_the_account_once_however_often_the_provider_is_asked() {
        var cards = cards(Optional.empty(), new OutboundHttp(List.of(stripe.host()), stripe.tls()));
        var session = new CardSessionId(Ids.next());
        inOne(() -> {
            settings.save(new CardSetting("https://" + stripe.host(), true), "rk_test_12345678");
            assertThat(cards.begin(take, session.value(), maya, FIFTY, "https://house.example/"))
                    .isEqualTo(new Change.Done<>("https://pay.example/c/1"));
            assertThat(cards.settle(take, maya, session)).isEqualTo(Standing.OPEN);
            stripe.answer = answer("\"payment_status\":\"paid\"," + total(5_000));
            assertThat(cards.settleOpen(take)).isEqualTo(1);
            assertThat(cards.settle(take, maya, session)).isEqualTo(Standing.PAID);
            assertThat(cards.settleOpen(take)).isZero();
        });

        assertThat(payments())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reference()).isEqualTo("cs_test_1");
                    assertThat(one.amount()).isEqualTo(FIFTY);
                });
    }

    @Test
    void what_the_provider_does_not_know_comes_to_a_person_who_looks_it_up() throws Exception {
        var session = begun();
        stripe.status = 404;
        inOne(() -> stripes().settleOpen(take));

        var biller = ward.signedIn(Role.BILLER);
        web.perform(get("/").with(biller))
                .andExpect(content().string(containsString("Card payment in doubt")));
        web.perform(get("/clients/" + maya.value() + "/account").with(biller))
                .andExpect(content().string(containsString("does not know it")))
                .andExpect(content().string(containsString("cs_test_1")));
        web.perform(get("/cashier").with(biller))
                .andExpect(content().string(containsString("Card payments in doubt")));
        web.perform(answer(session, true, " ", biller))
                .andExpect(content().string(containsString("Say what you found")));
        assertThat(payments()).isEmpty();
        web.perform(answer(session, true, "Paid on Mar 2, seen there", biller))
                .andExpect(status().is3xxRedirection());
        web.perform(answer(session, true, "Paid on Mar 2, seen there", biller))
                .andExpect(status().isNotFound());

        assertThat(payments())
                .singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualTo(FIFTY));
        web.perform(get("/").with(biller))
                .andExpect(content().string(not(containsString("Card payment in doubt"))));
        web.perform(get("/cashier").with(biller))
                .andExpect(content().string(not(containsString("Card payments in doubt"))));
    }

    @Test
    void a_doubt_that_the_provider_clears_up_itself_waits_for_nobody() {
        begun();
        stripe.status = 401;
        inOne(() -> stripes().settleOpen(take));
        assertThat(doubts())
                .singleElement()
                .extracting(CardDoubt::why)
                .isEqualTo(CardDoubt.Why.UNKNOWN);

        stripe.status = 200;
        stripe.answer = answer("\"status\":\"open\",\"payment_status\":\"unpaid\"");
        inOne(() -> stripes().settleOpen(take));

        assertThat(doubts()).isEmpty();
    }

    @Test
    void a_payment_of_which_nothing_was_heard_for_a_week_comes_to_a_person() {
        begun();
        assertThat(doubts()).isEmpty();

        clock.advance(Duration.ofDays(8));

        assertThat(doubts())
                .singleElement()
                .extracting(CardDoubt::why)
                .isEqualTo(CardDoubt.Why.SILENT);
    }

    @Test
    void another_account_is_not_set_while_payments_are_open_at_this_one() throws Exception {
        begun();
        var administrator = ward.signedIn(Role.ADMINISTRATOR);
        var other =
                post("/settings/cards")
                        .param("url", "https://api.stripe.com")
                        .param("secret", "rk_test_87654321")
                        .with(administrator)
                        .with(csrf());
        web.perform(other)
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "One card payment is open at the account in use")));

        stripe.answer = answer("\"status\":\"expired\",\"payment_status\":\"unpaid\"");
        inOne(() -> stripes().settleOpen(take));
        web.perform(other).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_stand_in_of_the_demo_takes_one_payment_too() {
        var practice = new PracticeCards();
        var cards = cards(Optional.of(practice), door);
        var session = new CardSessionId(Ids.next());
        inOne(() -> {
            cards.begin(take, session.value(), maya, FIFTY, "/back/").orThrow();
            assertThat(cards.settle(take, maya, session)).isEqualTo(Standing.OPEN);
            assertThat(practice.press(session, true)).isEqualTo("/back/" + session.value());
            cards.settle(take, maya, session);
            cards.settle(take, maya, session);
        });

        assertThat(payments())
                .singleElement()
                .satisfies(paid -> assertThat(paid.reference()).startsWith("practice-"));
    }

    @Test
    void the_provider_is_set_by_the_administrator_and_its_key_is_shown_to_nobody()
            throws Exception {
        var administrator = ward.signedIn(Role.ADMINISTRATOR);
        web.perform(
                        post("/settings/cards")
                                .param("url", "https://pay.elsewhere.example")
                                .with(administrator)
                                .with(csrf()))
                .andExpect(content().string(containsString("hosts that the operator named")))
                .andExpect(content().string(containsString("Enter the secret key")));
        web.perform(
                        post("/settings/cards")
                                .param("url", "https://api.stripe.com")
                                .param("secret", "rk_test_12345678")
                                .with(administrator)
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/settings/cards").with(administrator))
                .andExpect(content().string(containsString("Empty keeps the one on record.")))
                .andExpect(content().string(not(containsString("rk_test_12345678"))));
        web.perform(get("/settings/cards").with(ward.signedIn(Role.FRONT_DESK)))
                .andExpect(status().isNotFound());
    }

    @Test
    void without_a_provider_the_page_says_so_and_charges_nothing() throws Exception {
        web.perform(
                        post("/clients/" + maya.value() + "/account/cards")
                                .param("key", UUID.randomUUID().toString())
                                .param("cardAmount", "50")
                                .with(ward.signedIn(Role.FRONT_DESK))
                                .with(csrf()))
                .andExpect(content().string(containsString("No provider of card payments")));
    }

    private CardPayments cards(Optional<PracticeCards> practice, OutboundHttp http) {
        var providers = new CardProviders(settings, http, practice);
        return new CardPayments(
                records, providers, cashier, clients, transaction, audit, once, clock);
    }

    /** Payments at the provider that is set. */
    private CardPayments stripes() {
        return cards(Optional.empty(), new OutboundHttp(List.of(stripe.host()), stripe.tls()));
    }

    /** One of fifty dollars, begun and not heard of again. */
    private CardSessionId begun() {
        var session = new CardSessionId(Ids.next());
        inOne(() -> {
            settings.save(new CardSetting("https://" + stripe.host(), true), "rk_test_12345678");
            stripes().begin(take, session.value(), maya, FIFTY, "https://house.example/").orThrow();
        });
        return session;
    }

    private List<CardDoubt> doubts() {
        return ward.in(() ->
                transaction.execute(
                        status -> stripes().doubtful(ward.permit(Action.CASHIER_VIEW), maya)));
    }

    private RequestBuilder answer(
            CardSessionId session, boolean paid, String note, RequestPostProcessor who) {
        return post("/clients/" + maya.value() + "/account/cards/" + session.value() + "/answer")
                .param("paid", String.valueOf(paid))
                .param("note", note)
                .with(who)
                .with(csrf());
    }

    private HttpCards http() {
        return new HttpCards(
                new OutboundHttp(List.of(stripe.host()), stripe.tls()),
                "https://" + stripe.host(),
                "rk_test_12345678");
    }

    private Opening open() {
        return http().open(new CardSessionId(Ids.next()), FIFTY, "https://house.example/back");
    }

    private Standing paid(long cents) {
        return standing("\"payment_status\":\"paid\"," + total(cents));
    }

    private Standing standing(String fields) {
        stripe.answer = answer(fields);
        return http().standing("cs_test_1", FIFTY);
    }

    private static String total(long cents) {
        return "\"amount_total\":" + cents + ",\"currency\":\"usd\"";
    }

    private static String answer(String fields) {
        return "{\"id\":\"cs_test_1\"," + fields + "}";
    }

    private List<Payment> payments() {
        return ward.in(() -> cashier.payments(take, maya));
    }

    private void inOne(Runnable work) {
        ward.run(() -> transaction.executeWithoutResult(status -> work.run()));
    }
}
