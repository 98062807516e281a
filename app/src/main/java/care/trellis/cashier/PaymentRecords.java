package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payments. */
@Repository
class PaymentRecords {

    private static final String COLUMNS =
            "id, receipt_number, cents, method, reference, received_on, at, account_name, reversed_why";

    private final JdbcClient jdbc;

    PaymentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a receipt; whoever asks meanwhile waits, so that none is left out. */
    long nextNumber() {
        return jdbc.sql(
                        """
                        insert into cashier.receipt_counter (organization_id, last_number) values (:organization, 1)
                        on conflict (organization_id)
                            do update set last_number = cashier.receipt_counter.last_number + 1
                        returning last_number
                        """)
                .param("organization", organization())
                .query(Long.class)
                .single();
    }

    void insert(
            PaymentId id,
            ClientId client,
            long number,
            Money amount,
            Payment.Method method,
            String reference,
            LocalDate receivedOn,
            Actor actor,
            Instant now) {
        jdbc.sql(
                        """
                        insert into cashier.payment (organization_id, id, client_id, receipt_number, cents, method,
                            reference, received_on, at, account_id, account_name)
                        values (:organization, :id, :client, :number, :cents, :method, :reference, :on, :at, :account,
                            :name)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("number", number)
                .param("cents", amount.cents())
                .param("method", method.name())
                .param("reference", reference.isBlank() ? null : reference.strip())
                .param("on", receivedOn)
                .param("at", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** A client's payments, the newest first. */
    List<Payment> of(ClientId client) {
        return jdbc.sql(
                        """
                        select %s from cashier.payment
                        where organization_id = :organization and client_id = :client
                        order by at desc, id desc
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("client", client.value())
                .query(PaymentRecords::payment)
                .list();
    }

    Optional<Payment> find(ClientId client, PaymentId id) {
        return jdbc.sql(
                        """
                        select %s from cashier.payment
                        where organization_id = :organization and client_id = :client and id = :id
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("client", client.value())
                .param("id", id.value())
                .query(PaymentRecords::payment)
                .optional();
    }

    /** False when it was reversed before. */
    boolean reverse(PaymentId id, Payment.Reversal why, String by, Instant now) {
        return jdbc.sql(
                                """
                                update cashier.payment set reversed_at = :at, reversed_by = :by, reversed_why = :why
                                where organization_id = :organization and id = :id and reversed_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("at", now.atOffset(UTC))
                        .param("by", by)
                        .param("why", why.name())
                        .update()
                == 1;
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        var why = row.getString("reversed_why");
        return new Payment(
                new PaymentId(row.getObject("id", UUID.class)),
                row.getLong("receipt_number"),
                new Money(row.getLong("cents")),
                Payment.Method.valueOf(row.getString("method")),
                Objects.requireNonNullElse(row.getString("reference"), ""),
                row.getObject("received_on", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account_name"),
                why == null ? null : Payment.Reversal.valueOf(why));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
