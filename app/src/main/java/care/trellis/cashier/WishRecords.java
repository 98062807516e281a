package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is given back or up. */
@Repository
class WishRecords {

    private static final String SELECT =
            """
            select r.id, r.client_id, n.given_name, n.family_name, r.kind, r.cents, r.reason, r.second, r.asked_at,
                   r.asked_name, r.approved, r.asked_by = :reader as mine
            from cashier.request r
            join clients.public_client n on n.organization_id = r.organization_id and n.id = r.client_id
            where r.organization_id = :organization and %s
            """;

    private final JdbcClient jdbc;

    WishRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            RequestId id,
            ClientId client,
            Wish.Kind kind,
            Money amount,
            String reason,
            boolean second,
            Actor actor,
            Instant now) {
        jdbc.sql(
                        """
                        insert into cashier.request (organization_id, id, client_id, kind, cents, reason, second,
                            asked_at, asked_by, asked_name)
                        values (:organization, :id, :client, :kind, :cents, :reason, :second, :at, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("kind", kind.name())
                .param("cents", amount.cents())
                .param("reason", reason)
                .param("second", second)
                .param("at", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** What waits for a second person, the oldest first; no sites mean every site. */
    List<Wish> waiting(Collection<UUID> sites, UUID reader) {
        return jdbc.sql(
                        SELECT.formatted(
                                """
                                r.answered_at is null and (:everywhere or n.site_id = any(:sites))
                                order by r.asked_at
                                """))
                .param("organization", organization())
                .param("reader", reader)
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query(WishRecords::wish)
                .list();
    }

    /** What was asked for one client, the newest first. */
    List<Wish> of(ClientId client, UUID reader) {
        return jdbc.sql(SELECT.formatted("r.client_id = :client order by r.asked_at desc"))
                .param("organization", organization())
                .param("reader", reader)
                .param("client", client.value())
                .query(WishRecords::wish)
                .list();
    }

    /** False when somebody was faster. */
    boolean answer(RequestId id, boolean approved, UUID account, Instant now) {
        return jdbc.sql(
                                """
                                update cashier.request
                                   set answered_at = :at, answered_by = :account, approved = :approved
                                 where organization_id = :organization and id = :id and answered_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("at", now.atOffset(UTC))
                        .param("account", account)
                        .param("approved", approved)
                        .update()
                == 1;
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        return new Wish(
                new RequestId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name"),
                Wish.Kind.valueOf(row.getString("kind")),
                new Money(row.getLong("cents")),
                row.getString("reason"),
                row.getBoolean("second"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_name"),
                row.getObject("approved", Boolean.class),
                row.getBoolean("mine"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
