package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of seats: who is expected in which session. */
@Component
class SeatRecords {

    /** A seat that was taken or became free. */
    record Taken(SessionId session, ClientId client, LocalDate localDate) {}

    static final String ENROLLMENT_ENDED = "Enrollment ended";

    private final JdbcClient jdbc;

    SeatRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats a newly enrolled client in every session of the track from a day on. */
    List<Taken> fill(Permit permit, TrackId track, ClientId client, LocalDate from) {
        return jdbc.sql(
                        """
                        insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
                        select s.organization_id, s.id, :client, s.local_date, 'TRACK'
                        from sessions.session s
                        where s.organization_id = :organization and s.track_id = :track and s.local_date >= :from
                          and s.cancelled_at is null
                        on conflict (organization_id, session_id, client_id) do update
                           set removed_at = null, removed_reason = null
                         where seat.removed_reason = :ended
                        returning session_id, client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("client", client.value())
                .param("from", from)
                .param("ended", ENROLLMENT_ENDED)
                .query(SeatRecords::taken)
                .list();
    }

    /** Sessions of a track from a day on that take place and are not over. */
    List<SessionId> ahead(Permit permit, TrackId track, LocalDate from, Instant now) {
        return jdbc.sql(
                        """
                        select id from sessions.session
                        where organization_id = :organization and track_id = :track and local_date >= :from
                          and ends_at > :now and cancelled_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("from", from)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Seats everybody who is enrolled in the new sessions. */
    List<Taken> fillNew(Permit permit, List<SessionId> sessions) {
        return jdbc.sql(
                        """
                        insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
                        select distinct s.organization_id, s.id, e.client_id, s.local_date, 'TRACK'
                        from sessions.session s
                        join sessions.enrollment e
                          on e.organization_id = s.organization_id and e.track_id = s.track_id
                         and s.local_date >= e.from_date and (e.to_date is null or s.local_date <= e.to_date)
                         and (e.days is null or cast(extract(isodow from s.local_date) as int) = any(e.days))
                        where s.organization_id = :organization and s.id = any(:sessions)
                        on conflict (organization_id, session_id, client_id) do nothing
                        returning session_id, client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", ids(sessions))
                .query(SeatRecords::taken)
                .list();
    }

    /** Frees the client's seats in later sessions of the track that have not begun. */
    List<Taken> freeAfter(
            Permit permit, TrackId track, ClientId client, LocalDate lastDay, Instant now) {
        return jdbc.sql(
                        """
                        update sessions.seat
                           set removed_at = :now, removed_reason = :ended
                          from sessions.session s
                         where seat.organization_id = :organization and seat.client_id = :client
                           and s.organization_id = seat.organization_id and s.id = seat.session_id
                           and s.track_id = :track and s.local_date > :last and s.starts_at > :now
                           and seat.removed_at is null and seat.source = 'TRACK'
                        returning seat.session_id, seat.client_id, seat.local_date
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("client", client.value())
                .param("last", lastDay)
                .param("ended", ENROLLMENT_ENDED)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SeatRecords::taken)
                .list();
    }

    /**
     * Seats one client in one session; a removed one sits down again.
     *
     * @return the seat, or nothing where the client sits there already
     */
    Optional<Taken> seat(Permit permit, SessionId session, ClientId client, String source) {
        return jdbc.sql(
                        """
                        insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
                        select s.organization_id, s.id, :client, s.local_date, :source
                        from sessions.session s
                        where s.organization_id = :organization and s.id = :session
                        on conflict (organization_id, session_id, client_id) do update
                           set removed_at = null, removed_reason = null, source = excluded.source
                         where seat.removed_at is not null
                        returning session_id, client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .param("source", source)
                .query(SeatRecords::taken)
                .optional();
    }

    /** Holds one seat's row until the transaction ends. */
    void lock(SessionId session, ClientId client) {
        jdbc.sql(
                        """
                        select client_id from sessions.seat
                        where organization_id = :organization and session_id = :session and client_id = :client
                        for no key update
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("session", session.value())
                .param("client", client.value())
                .query(UUID.class)
                .optional();
    }

    /** Frees one seat with a reason; nothing where the client does not sit there. */
    Optional<Taken> free(
            Permit permit, SessionId session, ClientId client, String reason, Instant now) {
        return jdbc.sql(
                        """
                        update sessions.seat set removed_at = :now, removed_reason = :reason
                        where organization_id = :organization and session_id = :session and client_id = :client
                          and removed_at is null
                        returning session_id, client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SeatRecords::taken)
                .optional();
    }

    /** Takes back that a seat was freed; nothing where it was not. */
    Optional<Taken> putBack(Permit permit, SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        update sessions.seat set removed_at = null, removed_reason = null
                        where organization_id = :organization and session_id = :session and client_id = :client
                          and removed_at is not null
                        returning session_id, client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .query(SeatRecords::taken)
                .optional();
    }

    /** The roster news of a session that was called off. */
    List<RosterChanged> expected(Permit permit, SessionId session) {
        return jdbc.sql(
                        """
                        select client_id, local_date from sessions.seat
                        where organization_id = :organization and session_id = :session and removed_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query((row, number) ->
                        new RosterChanged(
                                new ClientId(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDate.class)))
                .list();
    }

    static UUID[] ids(Collection<SessionId> sessions) {
        return sessions.stream().map(SessionId::value).toArray(UUID[]::new);
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                new SessionId(row.getObject(1, UUID.class)),
                new ClientId(row.getObject(2, UUID.class)),
                row.getObject(3, LocalDate.class));
    }
}
