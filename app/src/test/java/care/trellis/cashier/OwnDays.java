package care.trellis.cashier;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Days that no payer covers, charged and paid through the doors, for tests of clients' money. */
@TestComponent
class OwnDays {

    /** Of a day, by the usual policy. */
    static final Money RATE = new Money(24_000);

    private final Clinic clinic;
    private final Fees fees;
    private final Cashier cashier;
    private final SettableClock clock;

    OwnDays(Clinic clinic, Fees fees, Cashier cashier, SettableClock clock) {
        this.clinic = clinic;
        this.fees = fees;
        this.cashier = cashier;
        this.clock = clock;
    }

    /** The usual policy, in force for a month. */
    void policy(Clinic.Ward ward) {
        ward.in(() ->
                        fees.set(
                                ward.permit(Action.CASHIER_POLICY),
                                Ids.next(),
                                Policy.usual(Clinic.MONDAY.minusDays(30))))
                .orThrow();
    }

    /** Nobody's coverage reaches the clinic's first week. */
    void uninsured(Clinic.Ward ward) {
        clinic.write(
                ward,
                "update clients.coverage set effective_to = '2026-01-31' where organization_id = ?",
                ward.organization().value());
    }

    /** A client came to a session of three hours; it is Thursday then. */
    void came(Clinic.Ward ward, Clinic.Client someone, LocalDate day) {
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

    /** Charges what is to be charged, and says how many days that were. */
    int charge(Clinic.Ward ward) {
        return ward.in(() -> fees.chargeDays(ward.permit(Action.CASHIER_EDIT)));
    }

    /** Takes cash. */
    Change<PaymentId> pay(Clinic.Ward ward, ClientId client, UUID key, long cents) {
        return ward.in(() ->
                cashier.take(
                        ward.permit(Action.CASHIER_TAKE),
                        key,
                        client,
                        new Money(cents),
                        Payment.Method.CASH,
                        "",
                        Clinic.MONDAY));
    }

    /** The client's account as it stands. */
    Account account(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> cashier.account(ward.permit(Action.CASHIER_VIEW), client));
    }
}
