package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payments by card that were begun. */
@Repository
class CardRecords {

    /** One that was begun. */
    record Begun(Money amount, String reference, CardProvider.Standing state) {}

    private final JdbcClient jdbc;

    CardRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            CardSessionId id,
            ClientId client,
            Money amount,
            String reference,
            String by,
            Instant now) {
        jdbc.sql(
                        """
                        insert into cashier.card_session (organization_id, id, client_id, cents, provider_reference, state,
                            begun_at, begun_by)
                        values (:organization, :id, :client, :cents, :reference, 'OPEN', :at, :by)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .param("client", client.value())
                .param("cents", amount.cents())
                .param("reference", reference)
                .param("at", now.atOffset(UTC))
                .param("by", by)
                .update();
    }

    /** One that nobody heard of again. */
    record Open(CardSessionId id, ClientId client) {}

    /**
     * The oldest that are open and were begun since then, a handful at a time, in the order in
     * which clients are held.
     */
    List<Open> open(Instant since) {
        return jdbc.sql(
                        """
                        select id, client_id from (
                            select id, client_id, begun_at from cashier.card_session
                            where organization_id = :organization and state = 'OPEN'
                              and begun_at > :since
                            order by begun_at limit 20) oldest
                        order by client_id, begun_at
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("since", since.atOffset(UTC))
                .query((row, number) ->
                        new Open(
                                new CardSessionId(row.getObject("id", UUID.class)),
                                new ClientId(row.getObject("client_id", UUID.class))))
                .list();
    }

    Optional<Begun> find(ClientId client, CardSessionId id) {
        return jdbc.sql(
                        """
                        select cents, provider_reference, state from cashier.card_session
                        where organization_id = :organization and client_id = :client and id = :id
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client.value())
                .param("id", id.value())
                .query((row, number) ->
                        new Begun(
                                new Money(row.getLong("cents")),
                                row.getString("provider_reference"),
                                CardProvider.Standing.valueOf(row.getString("state"))))
                .optional();
    }

    /** False where it was settled before. */
    boolean settle(CardSessionId id, CardProvider.Standing state, Instant now) {
        return jdbc.sql(
                                """
                                update cashier.card_session set state = :state, settled_at = :at
                                where organization_id = :organization and id = :id and state = 'OPEN'
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("at", now.atOffset(UTC))
                        .update()
                == 1;
    }
}
