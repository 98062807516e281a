package care.trellis.attendance;

import care.trellis.base.OrganizationContext;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.SessionTraces;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in which somebody is marked as there, absent or excused. */
@Component
class AttendanceTraces implements SessionTraces {

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
}
