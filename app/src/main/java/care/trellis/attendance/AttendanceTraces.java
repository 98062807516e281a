package care.trellis.attendance;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SeatTraces;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.SessionTraces;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in which somebody is marked as there, absent or excused, and who was there. */
@Component
class AttendanceTraces implements SessionTraces, SeatTraces {

    private final JdbcClient jdbc;

    AttendanceTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<SessionId> onRecord(Collection<SessionId> sessions) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct session_id from attendance.mark
                                where organization_id = :organization and session_id = any(:sessions)
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param(
                                "sessions",
                                sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                        .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                        .list());
    }

    @Override
    public boolean wasHere(SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        select exists (select from attendance.mark
                            where organization_id = :organization and session_id = :session and client_id = :client
                              and status = 'PRESENT')
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("session", session.value())
                .param("client", client.value())
                .query(Boolean.class)
                .single();
    }
}
