package care.trellis.authorizations;

import care.trellis.base.NotFound;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.ConsentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Packets that left, kept as they left. */
@Repository
class PacketStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    PacketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the row holds of the sections. */
    record Content(List<Packet.Section> sections) {}

    void insert(
            Permit permit,
            UUID id,
            Authorization authorization,
            SentPacket.Purpose purpose,
            Packet packet,
            @Nullable ConsentId consent,
            LocalDate today,
            Instant now) {
        jdbc.sql(
                        """
                        insert into authorizations.packet (organization_id, id, authorization_id, client_id, purpose,
                            criteria, consent_id, recipient, content, ready, items, sent_on, sent_at, account_id)
                        values (:organization, :id, :authorization, :client, :purpose, :criteria, :consent, :recipient,
                            :content::jsonb, :ready, :items, :today, :now, :account)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("authorization", authorization.id().value())
                .param("client", authorization.client().value())
                .param("purpose", purpose.name())
                .param("criteria", packet.criteria().name())
                .param("consent", consent == null ? null : consent.value())
                .param("recipient", authorization.payer())
                .param("content", JSON.writeValueAsString(new Content(packet.sections())))
                .param("ready", packet.ready())
                .param("items", packet.items())
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", permit.actor().account())
                .update();
    }

    /**
     * One that left.
     *
     * @throws NotFound when there is none of this client
     */
    SentPacket find(OrganizationId organization, ClientId client, UUID id) {
        return jdbc.sql(
                        """
                        select id, authorization_id, client_id, purpose, criteria, consent_id, recipient, content, sent_on
                        from authorizations.packet
                        where organization_id = :organization and client_id = :client and id = :id
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("id", id)
                .query(PacketStore::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** All that left for an authorization, the newest first. */
    List<SentPacket> of(OrganizationId organization, AuthorizationId authorization) {
        return jdbc.sql(
                        """
                        select id, authorization_id, client_id, purpose, criteria, consent_id, recipient, content, sent_on
                        from authorizations.packet
                        where organization_id = :organization and authorization_id = :authorization
                        order by sent_at desc, id
                        """)
                .param("organization", organization.value())
                .param("authorization", authorization.value())
                .query(PacketStore::row)
                .list();
    }

    private static SentPacket row(ResultSet row, int number) throws SQLException {
        var consent = row.getObject("consent_id", UUID.class);
        return new SentPacket(
                row.getObject("id", UUID.class),
                new ClientId(row.getObject("client_id", UUID.class)),
                new AuthorizationId(row.getObject("authorization_id", UUID.class)),
                SentPacket.Purpose.valueOf(row.getString("purpose")),
                Criteria.valueOf(row.getString("criteria")),
                row.getString("recipient"),
                consent == null ? null : new ConsentId(consent),
                row.getObject("sent_on", LocalDate.class),
                JSON.readValue(row.getString("content"), Content.class).sections());
    }
}
