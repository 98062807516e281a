package care.trellis.attendance;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of presses that came late and differ from the record. */
@Component
class ConflictRecords {

    private final JdbcClient jdbc;

    ConflictRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Permit permit, LateTap tap, Instant at, Instant now) {
        jdbc.sql(
                        """
                        insert into attendance.conflict (organization_id, id, session_id, client_id, kind, method, at,
                            account_id, recorded_at)
                        values (:organization, :id, :session, :client, :kind, :method, :at, :account, :now)
                        """)
                .param("organization", permit.organization().value())
                .param("id", tap.key())
                .param("session", tap.session().value())
                .param("client", tap.client().value())
                .param("kind", tap.kind().name())
                .param("method", tap.method().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", permit.actor().account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Conflict> open(Permit permit, SessionId session) {
        return jdbc.sql(
                        """
                        select id, client_id, kind, method, at from attendance.conflict
                        where organization_id = :organization and session_id = :session and settled_at is null
                        order by at, id
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query((row, number) ->
                        new Conflict(
                                row.getObject(1, UUID.class),
                                session,
                                new ClientId(row.getObject(2, UUID.class)),
                                Kind.valueOf(row.getString(3)),
                                Method.valueOf(row.getString(4)),
                                row.getTimestamp(5).toInstant()))
                .list();
    }

    boolean isOf(Permit permit, SessionId session, UUID id) {
        return jdbc.sql(
                        """
                        select exists (select from attendance.conflict
                            where organization_id = :organization and session_id = :session and id = :id)
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** True for the one who settled it. */
    boolean settle(Permit permit, SessionId session, UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update attendance.conflict set settled_at = :now, settled_by = :account
                                where organization_id = :organization and session_id = :session and id = :id
                                  and settled_at is null
                                """)
                        .param("organization", permit.organization().value())
                        .param("session", session.value())
                        .param("id", id)
                        .param("account", permit.actor().account())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
