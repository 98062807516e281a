package care.trellis.messages;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of texts that came in. Numbers and words are sealed. */
@Component
class IncomingRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    IncomingRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "texts received");
    }

    /** False when the carrier brought it before. */
    boolean keep(
            UUID id,
            String reference,
            String number,
            byte[] numberKey,
            String words,
            String kind,
            @Nullable ClientId client,
            Instant at) {
        return jdbc.sql(
                                """
                                insert into messages.incoming (organization_id, id, reference, address, address_key, body, kind,
                                    client_id, at)
                                values (:organization, :id, :reference, :address, :key, :body, :kind, :client, :at)
                                on conflict (organization_id, reference) do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("reference", reference)
                        .param("address", seal.closeText(number, organization(), id))
                        .param("key", numberKey)
                        .param("body", seal.closeText(words, organization(), id))
                        .param("kind", kind)
                        .param("client", client == null ? null : client.value())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Words that a person should read, of clients of these sites or of nobody known. */
    List<Reply> unseen(Set<UUID> sites, int most) {
        return jdbc.sql(
                        """
                        select i.id, i.client_id, i.body, i.seen_at, i.at, c.given_name, c.family_name, s.time_zone
                        from messages.incoming i
                        left join clients.public_client c on c.organization_id = i.organization_id and c.id = i.client_id
                        left join organizations.public_site s
                               on s.organization_id = c.organization_id and s.id = c.site_id
                        where i.organization_id = :organization and i.kind = 'WORDS' and i.seen_at is null
                          and (cardinality(:sites) = 0 or c.site_id = any(:sites) or i.client_id is null)
                        order by i.at desc limit :most
                        """)
                .param("organization", organization())
                .param("sites", sites.toArray(UUID[]::new))
                .param("most", most)
                .query(this::reply)
                .list();
    }

    /** What one client wrote, the newest first. */
    List<Reply> ofClient(ClientId client, int most) {
        return jdbc.sql(
                        """
                        select i.id, i.client_id, i.body, i.seen_at, i.at, c.given_name, c.family_name, s.time_zone
                        from messages.incoming i
                        join clients.public_client c on c.organization_id = i.organization_id and c.id = i.client_id
                        join organizations.public_site s on s.organization_id = c.organization_id and s.id = c.site_id
                        where i.organization_id = :organization and i.client_id = :client
                        order by i.at desc limit :most
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("most", most)
                .query(this::reply)
                .list();
    }

    /** False when it was seen before, or is not there. */
    boolean see(UUID id, UUID account, Instant at) {
        return jdbc.sql(
                                """
                                update messages.incoming set seen_by = :account, seen_at = :at
                                where organization_id = :organization and id = :id and seen_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("account", account)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean exists(UUID id) {
        return jdbc.sql(
                        "select exists (select from messages.incoming where organization_id = :organization and id = :id)")
                .param("organization", organization())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Reply reply(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var client = row.getObject("client_id", UUID.class);
        var given = row.getString("given_name");
        var zone = row.getString("time_zone");
        return new Reply(
                id,
                client == null ? null : new ClientId(client),
                given == null ? "" : given + " " + row.getString("family_name").charAt(0) + ".",
                seal.openText(row.getBytes("body"), organization(), id),
                row.getObject("seen_at", OffsetDateTime.class) != null,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                zone == null ? UTC : ZoneId.of(zone));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
