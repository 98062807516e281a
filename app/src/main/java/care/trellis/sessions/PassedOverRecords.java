package care.trellis.sessions;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was passed over when a seat was given. */
@Repository
class PassedOverRecords {

    private final JdbcClient jdbc;

    PassedOverRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            UUID id,
            ClientId client,
            @Nullable TrackId track,
            @Nullable SessionId session,
            List<String> kinds,
            byte[] reason,
            Instant now,
            Actor by) {
        jdbc.sql(
                        """
                        insert into sessions.passed_over (organization_id, id, client_id, track_id, session_id, kinds,
                            reason, at, account_id, account_name)
                        values (:organization, :id, :client, :track, :session, :kinds, :reason, :now, :account, :name)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id)
                .param("client", client.value())
                .param("track", track == null ? null : track.value())
                .param("session", session == null ? null : session.value())
                .param("kinds", kinds.toArray(String[]::new))
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", by.account())
                .param("name", by.name())
                .update();
    }
}
