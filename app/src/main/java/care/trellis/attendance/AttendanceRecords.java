package care.trellis.attendance;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of attendance. An event and its mark are always written by one statement. */
@Component
class AttendanceRecords {

    /** A client's place in a session, and the session as far as the record needs it. */
    record Seat(
            SessionId session,
            ClientId client,
            UUID site,
            LocalDate localDate,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled,
            boolean expected) {}

    /** A session that is over while somebody is still marked as there. */
    record Ended(SessionId id, Instant endsAt) {}

    private static final String MARK =
            """
            select client_id, status, arrived_at, left_at, estimated, last_event from attendance.mark
            where organization_id = :organization and session_id = :session
            """;

    private final JdbcClient jdbc;

    AttendanceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Seat> seat(Permit permit, SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        select s.site_id, s.local_date, s.zone, s.starts_at, s.ends_at, s.cancelled_at is not null,
                               e.removed_at is null
                        from sessions.public_session s
                        join sessions.public_seat e
                          on e.organization_id = s.organization_id and e.session_id = s.id and e.client_id = :client
                        where s.organization_id = :organization and s.id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .query((row, number) ->
                        new Seat(
                                session,
                                client,
                                row.getObject(1, UUID.class),
                                row.getObject(2, LocalDate.class),
                                ZoneId.of(row.getString(3)),
                                row.getTimestamp(4).toInstant(),
                                row.getTimestamp(5).toInstant(),
                                row.getBoolean(6),
                                row.getBoolean(7)))
                .optional();
    }

    /**
     * Marks the client as present and appends the event, unless somebody did. Two at once: the
     * second waits for the first and then changes nothing.
     *
     * @return the event's number; 0 where the client was present before
     */
    int checkIn(Permit permit, UUID event, Seat seat, Instant now, Method method) {
        return jdbc.sql(
                        """
                        with present as (
                            insert into attendance.mark as m (organization_id, session_id, client_id, local_date, status,
                                arrived_at, left_at, estimated, last_event)
                            values (:organization, :session, :client, :date, 'PRESENT', :now, null, false, 1)
                            on conflict (organization_id, session_id, client_id) do update
                               set status = 'PRESENT', arrived_at = excluded.arrived_at, left_at = null,
                                   estimated = false, last_event = m.last_event + 1
                             where m.status <> 'PRESENT'
                            returning last_event)
                        insert into attendance.event (organization_id, id, session_id, client_id, number, kind, status,
                            arrived_at, method, account_id, recorded_at)
                        select :organization, :event, :session, :client, last_event, 'CHECK_IN', 'PRESENT', :now, :method,
                               :account, :now
                        from present
                        returning number
                        """)
                .param("organization", permit.organization().value())
                .param("event", event)
                .param("session", seat.session().value())
                .param("client", seat.client().value())
                .param("date", seat.localDate())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("method", method.name())
                .param("account", permit.actor().account())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What stands, without waiting for anybody. */
    Mark mark(Permit permit, SessionId session, ClientId client) {
        return one(permit, session, client, MARK + " and client_id = :client");
    }

    /**
     * What stands, with the row held until the transaction ends; a row is made where there is none,
     * so that there is one to hold.
     */
    Mark lock(Permit permit, SessionId session, ClientId client) {
        jdbc.sql(
                        """
                        insert into attendance.mark (organization_id, session_id, client_id, local_date, status, estimated,
                            last_event)
                        select e.organization_id, e.session_id, e.client_id, e.local_date, 'EXPECTED', false, 0
                        from sessions.public_seat e
                        where e.organization_id = :organization and e.session_id = :session and e.client_id = :client
                        on conflict (organization_id, session_id, client_id) do nothing
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .update();
        return one(permit, session, client, MARK + " and client_id = :client for no key update");
    }

    private Mark one(Permit permit, SessionId session, ClientId client, String sql) {
        return jdbc.sql(sql)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .query(AttendanceRecords::mark)
                .optional()
                .orElse(Mark.expected(client));
    }

    /** Everybody still there, with the rows held until the transaction ends. */
    List<Mark> lockHere(Permit permit, SessionId session) {
        return jdbc.sql(
                        MARK
                                + " and status = 'PRESENT' and left_at is null order by client_id for no key update")
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query(AttendanceRecords::mark)
                .list();
    }

    /** Everybody whose leaving is an estimate, with the rows held until the transaction ends. */
    List<Mark> lockEstimated(Permit permit, SessionId session) {
        return jdbc.sql(MARK + " and estimated order by client_id for no key update")
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query(AttendanceRecords::mark)
                .list();
    }

    List<Mark> marks(Permit permit, SessionId session) {
        return jdbc.sql(MARK)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query(AttendanceRecords::mark)
                .list();
    }

    /** Appends an event and writes what stands after it; the mark's row is held by the caller. */
    void append(Permit permit, UUID id, Seat seat, AttendanceEvent event) {
        jdbc.sql(
                        """
                        with appended as (
                            insert into attendance.event (organization_id, id, session_id, client_id, number, kind, status,
                                arrived_at, left_at, method, reason, account_id, recorded_at)
                            values (:organization, :id, :session, :client, :number, :kind, :status, :arrived, :left, :method,
                                nullif(:reason, ''), :account, :recorded)
                            returning number)
                        update attendance.mark
                           set status = :status, arrived_at = :arrived, left_at = :left, estimated = :estimated,
                               last_event = appended.number
                          from appended
                         where organization_id = :organization and session_id = :session and client_id = :client
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("session", seat.session().value())
                .param("client", seat.client().value())
                .param("number", event.number())
                .param("kind", event.kind().name())
                .param("status", event.status().name())
                .param("arrived", at(event.arrivedAt()))
                .param("left", at(event.leftAt()))
                .param("estimated", Mark.after(seat.client(), event).estimated())
                .param("method", event.method().name())
                .param("reason", event.reason())
                .param("account", event.author())
                .param("recorded", event.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<AttendanceEvent> events(Permit permit, SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        select number, kind, status, arrived_at, left_at, method, coalesce(reason, ''), account_id,
                               recorded_at
                        from attendance.event
                        where organization_id = :organization and session_id = :session and client_id = :client
                        order by number
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .query((row, number) ->
                        new AttendanceEvent(
                                row.getInt(1),
                                Kind.valueOf(row.getString(2)),
                                Status.valueOf(row.getString(3)),
                                instant(row, 4),
                                instant(row, 5),
                                Method.valueOf(row.getString(6)),
                                row.getString(7),
                                row.getObject(8, UUID.class),
                                row.getTimestamp(9).toInstant()))
                .list();
    }

    /** Sessions of the last days that are over while somebody is still marked as there. */
    List<Ended> leftOpen(Permit permit, Instant now) {
        return jdbc.sql(
                        """
                        select distinct s.id, s.ends_at
                        from attendance.mark m
                        join sessions.public_session s on s.organization_id = m.organization_id and s.id = m.session_id
                        where m.organization_id = :organization and m.status = 'PRESENT' and m.left_at is null
                          and s.ends_at <= :now
                        order by s.ends_at
                        """)
                .param("organization", permit.organization().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Ended(
                                new SessionId(row.getObject(1, UUID.class)),
                                row.getTimestamp(2).toInstant()))
                .list();
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                new ClientId(row.getObject(1, UUID.class)),
                Status.valueOf(row.getString(2)),
                instant(row, 3),
                instant(row, 4),
                row.getBoolean(5),
                row.getInt(6));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
