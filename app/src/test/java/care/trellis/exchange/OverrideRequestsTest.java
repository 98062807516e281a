package care.trellis.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.billing.Remittances;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A payment with the number of another one is posted only when two people want it. */
@TrellisTest
class OverrideRequestsTest {

    private static final String NPI = "1234567893";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Autowired Clinic clinic;
    @Autowired Exchange exchange;
    @Autowired OverrideRequests overrides;
    @Autowired ExchangeInbox inbox;
    @Autowired Remittances remittances;
    @Autowired MockMvc web;

    Clinic.Ward ward;

    @BeforeEach
    void givenAPaymentThatIsPosted() {
        ward = clinic.open();
        assertThat(receive(ExchangeTest.remittance(NPI, DAY, 25_000)).state())
                .isEqualTo(Arrival.State.TAKEN);
    }

    @Test
    void the_number_of_a_payment_with_another_amount_or_day_is_held_and_says_what_differs() {
        var more = receive(ExchangeTest.remittance(NPI, DAY, 26_000));
        var later = receive(ExchangeTest.remittance(NPI, DAY.plusYears(1), 25_000));

        assertThat(more.state()).isEqualTo(Arrival.State.REPEATS);
        assertThat(more.words().getFirst())
                .contains("Payment T-1 of ACME HEALTH", "$250.00 of Mar 10", "here it is $260.00");
        assertThat(later.state()).isEqualTo(Arrival.State.REPEATS);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void the_same_payment_in_another_file_is_known_and_for_other_claims_it_is_set_apart() {
        var same = ExchangeTest.remittance(NPI, DAY, 25_000).replace("000000005", "000000006");
        var others =
                ExchangeTest.remittance(NPI, DAY, 25_000).replace("000000001-1", "000000009-9");

        assertThat(receive(same).state()).isEqualTo(Arrival.State.TAKEN);
        var apart = receive(others);
        assertThat(apart.state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(apart.words().getFirst()).contains("posted before, for other claims");
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void a_second_person_has_it_posted_once_and_who_asked_cannot() {
        var held = receive(ExchangeTest.remittance(NPI, DAY.plusYears(1), 25_000));
        var request = ask(held, "The payer begins anew each year").orThrow();

        assertThat(answer(ward.permit(Action.WRITE_OFF_APPROVE), request, true))
                .isInstanceOf(Change.Refused.class);
        assertThat(posted()).isEqualTo(1);
        answer(another(), request, true).orThrow();

        assertThat(posted()).isEqualTo(2);
        assertThat(waiting()).isZero();
        assertThatThrownBy(() -> answer(another(), request, true)).isInstanceOf(NotFound.class);
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void two_who_answer_at_once_post_it_once() throws Exception {
        var held = receive(ExchangeTest.remittance(NPI, DAY.plusYears(1), 25_000));
        var request = ask(held, "The payer begins anew each year").orThrow();

        int done = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> answers =
                    () -> {
                        try {
                            return answer(another(), request, true) instanceof Change.Done<UUID>;
                        } catch (NotFound answeredBefore) {
                            return false;
                        }
                    };
            var first = threads.submit(answers);
            var second = threads.submit(answers);
            done += first.get() ? 1 : 0;
            done += second.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void what_was_refused_or_taken_back_waits_on_and_may_be_asked_again() {
        var held = receive(ExchangeTest.remittance(NPI, DAY, 26_000));
        assertThat(ask(held, " ")).isInstanceOf(Change.Refused.class);
        answer(another(), ask(held, "A first reason").orThrow(), false).orThrow();

        var again = ask(held, "A better reason").orThrow();
        ward.run(() -> overrides.withdraw(ward.permit(Action.REMITTANCE_POST), again));

        assertThat(waiting()).isEqualTo(1);
        assertThat(posted()).isEqualTo(1);
        ask(held, "A third reason").orThrow();
    }

    @Test
    void what_is_set_aside_is_not_posted_by_a_request_from_before() {
        var held = receive(ExchangeTest.remittance(NPI, DAY, 26_000));
        var request = ask(held, "The payer begins anew each year").orThrow();
        ward.run(() ->
                exchange.setAside(ward.permit(Action.REMITTANCE_POST), held.id(), "A mistake"));

        assertThatThrownBy(() -> answer(another(), request, true)).isInstanceOf(NotFound.class);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void the_page_offers_each_their_part_and_home_tells_the_second_person() throws Exception {
        var held = receive(ExchangeTest.remittance(NPI, DAY, 26_000));
        var biller = ward.signedIn(Role.BILLER);
        web.perform(get("/exchange").with(biller))
                .andExpect(content().string(containsString("Ask to have it posted")));
        web.perform(
                        post("/exchange/" + held.id().value() + "/override")
                                .with(biller)
                                .with(csrf())
                                .param("key", Ids.next().toString())
                                .param("reason", "Numbers begin anew"))
                .andExpect(status().is3xxRedirection());

        web.perform(get("/exchange").with(biller))
                .andExpect(content().string(containsString("Numbers begin anew")))
                .andExpect(content().string(not(containsString("Post it"))));
        assertThat(ward.in(() -> inbox.waiting(another())))
                .singleElement()
                .satisfies(one -> assertThat(one.path()).isEqualTo("/exchange"));
        assertThat(ward.in(() -> inbox.waiting(ward.permit(Action.WRITE_OFF_APPROVE)))).isEmpty();
    }

    private Arrival receive(String content) {
        return ward.in(() ->
                exchange.receive(
                        ward.permit(Action.REMITTANCE_POST),
                        Arrival.Source.UPLOAD,
                        "era.835",
                        content.getBytes(StandardCharsets.US_ASCII)));
    }

    private Change<UUID> ask(Arrival arrival, String reason) {
        return ward.in(() ->
                overrides.ask(
                        ward.permit(Action.REMITTANCE_POST), Ids.next(), arrival.id(), reason));
    }

    private Change<UUID> answer(Permit permit, UUID request, boolean post) {
        return ward.in(() -> overrides.answer(permit, request, post));
    }

    private Permit another() {
        return Permit.granted(
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
    }

    private int posted() {
        return ward.in(() -> remittances.list(ward.permit(Action.REMITTANCE_VIEW), 0)).size();
    }

    private int waiting() {
        return ward.in(() -> exchange.waiting(ward.permit(Action.REMITTANCE_VIEW))).size();
    }
}
