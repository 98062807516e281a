package care.trellis.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.Claims;
import care.trellis.clients.ClientId;
import care.trellis.clients.RestrictionId;
import care.trellis.clients.Restrictions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Days that no payer hears of: on no claim, and the client's own. */
@TrellisTest
@Import({BillableDays.class, OwnDays.class})
class SilenceTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired OwnDays own;
    @Autowired Silence silence;
    @Autowired Restrictions restrictions;
    @Autowired Claims claims;
    @Autowired AccountRecords accounts;
    @Autowired JdbcClient jdbc;
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
    void a_day_that_no_payer_may_hear_of_is_on_no_claim_and_is_the_clients_own() {
        days.reachable(ward);
        days.week(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY);
        days.billable(ward, someone, MONDAY.plusDays(2));
        own.came(ward, someone, MONDAY);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));

        ask(MONDAY, MONDAY).orThrow();

        assertThat(coverages(MONDAY)).isZero();
        assertThat(coverages(MONDAY.minusDays(1))).isEqualTo(1);
        assertThat(coverages(MONDAY.plusDays(1))).isEqualTo(1);

        var ready = ward.in(() -> claims.ready(ward.permit(Action.CLAIM_VIEW))).all();
        ward.in(() -> claims.submit(ward.permit(Action.CLAIM_SUBMIT), Ids.next(), ready));
        var sent = ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0));
        assertThat(sent).allSatisfy(claim -> assertThat(claim.from()).isAfter(MONDAY));
        own.charge(ward);
        assertThat(own.account(ward, maya).days())
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(MONDAY));

        var held = ward.in(() -> restrictions.of(ward.permit(Action.CASHIER_VIEW), maya));
        ward.run(() ->
                restrictions.lift(ward.permit(Action.CASHIER_EDIT), maya, held.getFirst().id()));
        own.charge(ward);
        assertThat(own.account(ward, maya).balance()).isEqualTo(Money.ZERO);
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

    private Change<RestrictionId> ask(LocalDate from, @Nullable LocalDate to) {
        return ward.in(() ->
                silence.ask(ward.permit(Action.CASHIER_EDIT), Ids.next(), maya, null, from, to));
    }
}
