package care.trellis.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that goes back, is given up, or is paid in parts. */
@TrellisTest
@Import(OwnDays.class)
class WishesTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Clinic clinic;
    @Autowired OwnDays own;
    @Autowired Wishes wishes;
    @Autowired Statements statements;
    @Autowired AccountRecords accounts;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client someone;
    ClientId maya;

    @BeforeEach
    void givenAClientAndThePolicy() {
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
    void a_small_refund_is_done_at_once_and_a_large_one_takes_a_second_person() {
        own.pay(ward, maya, Ids.next(), 30_000).orThrow();

        ask(Wish.Kind.REFUND, 10_000).orThrow();
        assertThat(own.account(ward, maya).balance()).isEqualTo(new Money(-20_000));

        var large = ask(Wish.Kind.REFUND, 20_000).orThrow();
        assertThat(own.account(ward, maya).balance()).isEqualTo(new Money(-20_000));
        assertThat(answer(ward.permit(Action.WRITE_OFF_APPROVE), large))
                .isInstanceOf(Change.Refused.class);
        answer(another(Action.WRITE_OFF_APPROVE), large).orThrow();
        assertThat(own.account(ward, maya).balance()).isEqualTo(Money.ZERO);
        assertThat(ask(Wish.Kind.REFUND, 1)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void a_debt_is_given_up_only_after_the_steps_of_the_policy() {
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);
        own.charge(ward);

        assertThat(ask(Wish.Kind.BAD_DEBT, 24_000))
                .isInstanceOfSatisfying(
                        Change.Refused.class, refused -> assertThat(refused.problems()).hasSize(2));

        for (int n = 0; n < 3; n++) {
            ward.in(() ->
                    statements.give(
                            ward.permit(Action.CASHIER_TAKE),
                            Ids.next(),
                            maya,
                            OwnDays.RATE,
                            new byte[] {1}));
        }
        clock.advance(Duration.ofDays(125));
        var asked = ask(Wish.Kind.BAD_DEBT, 24_000).orThrow();
        answer(another(Action.WRITE_OFF_APPROVE), asked).orThrow();
        assertThat(own.account(ward, maya).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void more_than_four_parts_are_no_plan_of_ours() {
        own.uninsured(ward);
        own.came(ward, someone, MONDAY);
        own.charge(ward);

        assertThat(agree(5)).isInstanceOf(Change.Refused.class);
        agree(4).orThrow();
        assertThat(ward.in(() -> statements.plan(ward.permit(Action.CASHIER_VIEW), maya)))
                .hasValueSatisfying(plan -> assertThat(plan.total()).isEqualTo(OwnDays.RATE));
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
}
