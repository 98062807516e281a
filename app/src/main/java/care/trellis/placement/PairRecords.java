package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who must not meet whom. */
@Repository
class PairRecords {

    /** Two clients, without the reason. */
    record Pair(ClientId one, ClientId other) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    PairRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<Pair> open() {
        return jdbc.sql(
                        """
                        select one_id, other_id from placement.pair
                        where organization_id = :organization and lifted_at is null
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Pair(
                                new ClientId(row.getObject(1, UUID.class)),
                                new ClientId(row.getObject(2, UUID.class))))
                .list();
    }

    List<KeptApartPair> at(SiteId site) {
        return jdbc.sql(
                        """
                        select p.id, p.one_id, p.other_id, p.reason, p.made_at, p.made_by_name,
                               a.given_name as one_given, a.family_name as one_family,
                               b.given_name as other_given, b.family_name as other_family
                        from placement.pair p
                        join clients.public_client a on a.organization_id = p.organization_id and a.id = p.one_id
                        join clients.public_client b on b.organization_id = p.organization_id and b.id = p.other_id
                        where p.organization_id = :organization and p.lifted_at is null
                          and (a.site_id = :site or b.site_id = :site)
                        order by p.made_at desc
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new KeptApartPair(
                            id,
                            new ClientId(row.getObject("one_id", UUID.class)),
                            new ClientId(row.getObject("other_id", UUID.class)),
                            "%s %s. and %s %s."
                                    .formatted(
                                            row.getString("one_given"),
                                            row.getString("one_family").substring(0, 1),
                                            row.getString("other_given"),
                                            row.getString("other_family").substring(0, 1)),
                            vault.open(id, row.getBytes("reason")),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getString("made_by_name"));
                })
                .list();
    }

    /**
     * Those of the sessions in which somebody sits, or holds a seat, whom the client must not meet.
     */
    List<SessionId> meetings(ClientId client, Collection<SessionId> sessions, Instant now) {
        return jdbc.sql(
                        """
                        with apart as materialized (
                            select case when one_id = :client then other_id else one_id end as client_id
                            from placement.pair
                            where organization_id = :organization and lifted_at is null
                              and (one_id = :client or other_id = :client))
                        select r.session_id from sessions.public_roster r
                        join apart on apart.client_id = r.client_id
                        where r.organization_id = :organization and r.session_id = any(:sessions)
                        union
                        select h.session_id from sessions.public_hold h
                        join apart on apart.client_id = h.client_id
                        where h.organization_id = :organization and h.session_id = any(:sessions)
                          and h.held_until > :now
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** False where the two are kept apart already. */
    boolean add(UUID id, ClientId one, ClientId other, String reason, Instant now, String by) {
        boolean inOrder = compare(one.value(), other.value());
        return jdbc.sql(
                                """
                                insert into placement.pair (organization_id, id, one_id, other_id, reason, made_at, made_by_name)
                                values (:organization, :id, :one, :other, :reason, :now, :by)
                                on conflict (organization_id, one_id, other_id) where lifted_at is null do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("one", inOrder ? one.value() : other.value())
                        .param("other", inOrder ? other.value() : one.value())
                        .param("reason", vault.seal(id, reason))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The order of PostgreSQL, byte by byte; that of Java takes the first as a sign. */
    private static boolean compare(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0;
    }

    boolean lift(UUID id, Instant now, String by) {
        return jdbc.sql(
                                """
                                update placement.pair set lifted_at = :now, lifted_by_name = :by
                                where organization_id = :organization and id = :id and lifted_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
