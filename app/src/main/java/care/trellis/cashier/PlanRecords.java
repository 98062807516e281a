package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payment plans. */
@Repository
class PlanRecords {

    private final JdbcClient jdbc;

    PlanRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClientId client, Agreement plan) {
        jdbc.sql(
                        """
                        insert into cashier.plan (organization_id, id, client_id, total_cents, parts, every, first_on,
                            agreed_at, agreed_by)
                        values (:organization, :id, :client, :total, :parts, :every, :first, :at, :by)
                        """)
                .param("organization", organization())
                .param("id", plan.id())
                .param("client", client.value())
                .param("total", plan.total().cents())
                .param("parts", plan.parts())
                .param("every", plan.every().name())
                .param("first", plan.first())
                .param("at", plan.agreedAt().atOffset(UTC))
                .param("by", plan.by())
                .update();
    }

    /** The plan that holds. */
    Optional<Agreement> open(ClientId client) {
        return jdbc.sql(
                        """
                        select id, total_cents, parts, every, first_on, agreed_at, agreed_by
                        from cashier.plan
                        where organization_id = :organization and client_id = :client and ended_at is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Agreement(
                                row.getObject("id", UUID.class),
                                new Money(row.getLong("total_cents")),
                                row.getInt("parts"),
                                Agreement.Every.valueOf(row.getString("every")),
                                row.getObject("first_on", LocalDate.class),
                                row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                                row.getString("agreed_by")))
                .optional();
    }

    void end(ClientId client, String by, Instant now) {
        jdbc.sql(
                        """
                        update cashier.plan set ended_at = :at, ended_by = :by
                        where organization_id = :organization and client_id = :client and ended_at is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("at", now.atOffset(UTC))
                .param("by", by)
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
