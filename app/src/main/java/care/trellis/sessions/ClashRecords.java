package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a client who would be expected in two sessions at one hour. */
@Repository
class ClashRecords {

    private final JdbcClient jdbc;

    ClashRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which of these sessions meet another one in which the client is expected.
     *
     * @param leaving sessions that the client leaves for these
     */
    List<SeatConcern> of(
            ClientId client, Collection<SessionId> sessions, Collection<SessionId> leaving) {
        return jdbc.sql(
                        """
                        select wanted.id, other.title
                        from sessions.session wanted
                        join sessions.seat on seat.organization_id = wanted.organization_id
                         and seat.client_id = :client and seat.removed_at is null
                         and seat.local_date between wanted.local_date - 1 and wanted.local_date + 1
                        join sessions.session other on other.organization_id = seat.organization_id
                         and other.id = seat.session_id
                        where wanted.organization_id = :organization and wanted.id = any(:sessions)
                          and other.id <> wanted.id and other.id <> all(:leaving) and other.cancelled_at is null
                          and other.starts_at < wanted.ends_at and other.ends_at > wanted.starts_at
                        order by wanted.starts_at, other.starts_at
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client.value())
                .param("sessions", SeatRecords.ids(sessions))
                .param("leaving", SeatRecords.ids(leaving))
                .query((row, number) ->
                        new SeatConcern(
                                SeatConcern.Kind.CLASH,
                                new SessionId(row.getObject(1, UUID.class)),
                                "The client is expected in %s at that hour."
                                        .formatted(row.getString(2))))
                .list();
    }
}
