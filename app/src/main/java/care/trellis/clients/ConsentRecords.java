package care.trellis.clients;

import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of consents. */
@Repository
class ConsentRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Consent> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, discloser, recipient, purpose, what, channel, revocation_explained,
                               redisclosure_explained, signed_by, signer, signed_on, expires_on, revoked_on
                        from clients.consent
                        where organization_id = :organization and client_id = :client
                        order by signed_on desc, recorded_at desc, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(ConsentRecords::consent)
                .list();
    }

    void insert(ClientId client, ConsentId consent, Consent.Signed signed) {
        jdbc.sql(
                        """
                        insert into clients.consent (organization_id, id, client_id, kind, discloser, recipient,
                            purpose, what, channel, revocation_explained, redisclosure_explained, signed_by, signer,
                            signed_on, expires_on, recorded_at)
                        values (:organization, :id, :client, 'PAYMENT', :discloser, :recipient, :purpose, :what,
                            :channel, :revocation, :redisclosure, :signedBy, :signer, :signedOn, :expiresOn, :now)
                        """)
                .param("organization", organization())
                .param("id", consent.value())
                .param("client", client.value())
                .param("discloser", signed.discloser())
                .param("recipient", signed.recipient())
                .param("purpose", signed.purpose())
                .param("what", signed.what())
                .param("channel", signed.channel().name())
                .param("revocation", signed.revocationExplained())
                .param("redisclosure", signed.redisclosureExplained())
                .param("signedBy", signed.signedBy())
                .param("signer", signed.signer().name())
                .param("signedOn", signed.signedOn())
                .param("expiresOn", signed.expiresOn())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was still standing. */
    boolean revoke(ClientId client, ConsentId consent, LocalDate day) {
        return jdbc.sql(
                                """
                                update clients.consent set revoked_on = :day
                                where organization_id = :organization and client_id = :client and id = :id
                                  and revoked_on is null
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", consent.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                new Consent.Signed(
                        row.getString("discloser"),
                        row.getString("recipient"),
                        row.getString("purpose"),
                        row.getString("what"),
                        Consent.Channel.valueOf(row.getString("channel")),
                        row.getBoolean("revocation_explained"),
                        row.getBoolean("redisclosure_explained"),
                        row.getString("signed_by"),
                        Consent.Signer.valueOf(row.getString("signer")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class)),
                row.getObject("revoked_on", LocalDate.class));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
