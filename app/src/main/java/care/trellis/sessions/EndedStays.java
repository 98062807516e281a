package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a client who would be expected after the last day of every stay. */
@Repository
class EndedStays {

    private final JdbcClient jdbc;

    EndedStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of these sessions come after the client's last day; nothing while a stay is open. */
    List<SeatConcern> of(ClientId client, Collection<SessionId> sessions) {
        return lastDay(client)
                .map(day ->
                        after(day, sessions).stream()
                                .map(session ->
                                        new SeatConcern(
                                                SeatConcern.Kind.STAY_ENDED,
                                                session,
                                                "The client's stay ended on %s."
                                                        .formatted(When.day(day))))
                                .toList())
                .orElse(List.of());
    }

    private Optional<LocalDate> lastDay(ClientId client) {
        return jdbc.sql(
                        """
                        select max(discharged_on) from episodes.public_episode
                        where organization_id = :organization and client_id = :client
                        having count(*) = count(discharged_on) and count(*) > 0
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client.value())
                .query(LocalDate.class)
                .optional();
    }

    private List<SessionId> after(LocalDate day, Collection<SessionId> sessions) {
        return jdbc.sql(
                        """
                        select id from sessions.session
                        where organization_id = :organization and id = any(:sessions) and local_date > :day
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("sessions", SeatRecords.ids(sessions))
                .param("day", day)
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }
}
