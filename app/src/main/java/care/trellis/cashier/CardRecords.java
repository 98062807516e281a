package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payments by card that were begun. */
@Repository
class CardRecords {

    /**
     * One that was begun.
     *
     * @param doubt what of the provider's answer cannot be right for us; null where nothing is
     */
    record Begun(
            Money amount,
            String reference,
            CardProvider.Standing state,
            CardProvider.@Nullable Standing doubt) {}

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
     * The oldest that are open and were begun since then, a handful at a time, doubtful ones last,
     * in the order in which clients are held.
     */
    List<Open> open(Instant since) {
        return jdbc.sql(
                        """
                        select id, client_id from (
                            select id, client_id, begun_at from cashier.card_session
                            where organization_id = :organization and state = 'OPEN'
                              and begun_at > :since
                            order by doubted_at is not null, begun_at limit 20) oldest
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
                        select cents, provider_reference, state, doubt from cashier.card_session
                        where organization_id = :organization and client_id = :client and id = :id
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client.value())
                .param("id", id.value())
                .query((row, number) ->
                        new Begun(
                                new Money(row.getLong("cents")),
                                row.getString("provider_reference"),
                                CardProvider.Standing.valueOf(row.getString("state")),
                                row.getString("doubt") == null
                                        ? null
                                        : CardProvider.Standing.valueOf(row.getString("doubt"))))
                .optional();
    }

    /** How many nobody knows the end of. */
    int openCount() {
        return jdbc.sql(
                        "select count(*) from cashier.card_session where organization_id = :organization and state = 'OPEN'")
                .param("organization", OrganizationContext.current().value())
                .query(Integer.class)
                .single();
    }

    /** Keeps what of the provider's answer cannot be right; null takes it back. */
    void doubt(CardSessionId id, CardProvider.@Nullable Standing doubt, Instant now) {
        jdbc.sql(
                        """
                        update cashier.card_session set doubt = :doubt, doubted_at = :at
                        where organization_id = :organization and id = :id and state = 'OPEN'
                          and doubt is distinct from :doubt
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .param("doubt", doubt == null ? null : doubt.name())
                .param("at", doubt == null ? null : now.atOffset(UTC))
                .update();
    }

    /**
     * What a person has to look up at the provider, the oldest first.
     *
     * @param client null for every client at these sites
     * @param sites none means every site
     * @param silentSince what was begun before and is open still is doubtful too
     */
    List<CardDoubt> doubtful(
            @Nullable ClientId client, Collection<UUID> sites, Instant silentSince) {
        return jdbc.sql(
                        """
                        select s.id, s.client_id, n.given_name, n.family_name, s.cents, s.provider_reference, s.begun_at,
                               s.begun_by, coalesce(s.doubt, 'SILENT') as why
                        from cashier.card_session s
                        join clients.public_client n on n.organization_id = :organization and n.id = s.client_id
                        where s.organization_id = :organization and s.state = 'OPEN'
                          and (s.doubt is not null or s.begun_at <= :silent)
                          and (cast(:client as uuid) is null or s.client_id = :client)
                          and (:everywhere or n.site_id = any(:sites))
                        order by s.begun_at
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client == null ? null : client.value())
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .param("silent", silentSince.atOffset(UTC))
                .query((row, number) ->
                        new CardDoubt(
                                new CardSessionId(row.getObject("id", UUID.class)),
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                new Money(row.getLong("cents")),
                                row.getString("provider_reference"),
                                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                                row.getString("begun_by"),
                                CardDoubt.Why.valueOf(row.getString("why"))))
                .list();
    }

    /** False where it was settled before. */
    boolean settle(CardSessionId id, CardProvider.Standing state, Instant now) {
        return settle(id, state, now, null, "");
    }

    /**
     * The same by a person.
     *
     * @param by who looked it up; null where the provider said it
     */
    boolean settle(
            CardSessionId id,
            CardProvider.Standing state,
            Instant now,
            @Nullable String by,
            String note) {
        return jdbc.sql(
                                """
                                update cashier.card_session
                                set state = :state, settled_at = :at, settled_by = :by, note = :note
                                where organization_id = :organization and id = :id and state = 'OPEN'
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("at", now.atOffset(UTC))
                        .param("by", by)
                        .param("note", note)
                        .update()
                == 1;
    }
}
