package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of closed days. */
@Component
class ClosureRecords {

    /** A session that stands and lies on a closed day. */
    record Due(UUID closure, Closure.Effect effect, String reason, SessionId session) {}

    private static final String CLOSURE =
            """
            select c.id, c.site_id, s.name, c.from_date, c.to_date, c.effect, c.reason,
                   (select count(*) from sessions.closed_session d
                     where d.organization_id = c.organization_id and d.closure_id = c.id),
                   c.lifted_at is not null
            from sessions.closure c
            join organizations.public_site s on s.organization_id = c.organization_id and s.id = c.site_id
            where c.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    ClosureRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Closures that end on that day or later, the earliest first. */
    List<Closure> since(Permit permit, LocalDate day) {
        return jdbc.sql(
                        CLOSURE
                                + " and c.to_date >= :day and c.lifted_at is null order by c.from_date, s.name, c.id")
                .param("organization", permit.organization().value())
                .param("day", day)
                .query(ClosureRecords::closure)
                .list();
    }

    Optional<Closure> find(Permit permit, UUID id) {
        return jdbc.sql(CLOSURE + " and c.id = :id")
                .param("organization", permit.organization().value())
                .param("id", id)
                .query(ClosureRecords::closure)
                .optional();
    }

    /** A closure of the site that holds on any of these days. */
    Optional<Closure> meeting(Permit permit, SiteId site, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        CLOSURE
                                + """
                                 and c.site_id = :site and c.from_date <= :to and c.to_date >= :from
                                  and c.lifted_at is null order by c.from_date limit 1
                                """)
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .param("from", from)
                .param("to", to)
                .query(ClosureRecords::closure)
                .optional();
    }

    private static Closure closure(ResultSet row, int number) throws SQLException {
        return new Closure(
                row.getObject(1, UUID.class),
                new SiteId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                Closure.Effect.valueOf(row.getString(6)),
                row.getString(7),
                row.getInt(8),
                row.getBoolean(9));
    }

    void add(
            Permit permit,
            UUID id,
            SiteId site,
            LocalDate from,
            LocalDate to,
            Closure.Effect effect,
            String reason,
            Instant now) {
        jdbc.sql(
                        """
                        insert into sessions.closure (organization_id, id, site_id, from_date, to_date, effect, reason,
                            created_at)
                        values (:organization, :id, :site, :from, :to, :effect, :reason, :now)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("site", site.value())
                .param("from", from)
                .param("to", to)
                .param("effect", effect.name())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of the sessions that stand, are ahead and lie on a closed day of their site. */
    List<Due> due(Permit permit, Collection<SessionId> sessions, Instant now) {
        return jdbc.sql(
                        """
                        select c.id, c.effect, c.reason, s.id
                        from sessions.session s
                        join sessions.closure c on c.organization_id = s.organization_id and c.site_id = s.site_id
                         and s.local_date between c.from_date and c.to_date and c.lifted_at is null
                        where s.organization_id = :organization and s.id = any(:sessions) and s.cancelled_at is null
                          and s.starts_at > :now and not (c.effect = 'VIDEO' and s.modality = 'VIDEO')
                        order by c.created_at, s.id
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", SeatRecords.ids(sessions))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Due(
                                row.getObject(1, UUID.class),
                                Closure.Effect.valueOf(row.getString(2)),
                                row.getString(3),
                                new SessionId(row.getObject(4, UUID.class))))
                .list();
    }

    /** Does to a session what the closure says, and keeps what it was before. */
    void apply(Permit permit, Due due, Instant now) {
        jdbc.sql(
                        """
                        insert into sessions.closed_session (organization_id, closure_id, session_id, effect, modality, room_id)
                        select organization_id, :closure, id, :effect, modality, room_id from sessions.session
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("closure", due.closure())
                .param("session", due.session().value())
                .param("effect", due.effect().name())
                .update();
        jdbc.sql(
                        """
                        update sessions.session
                        set cancelled_at = case when :effect = 'CANCEL' then cast(:now as timestamptz) end,
                            cancel_reason = case when :effect = 'CANCEL' then :reason end,
                            modality = case when :effect = 'VIDEO' then 'VIDEO' else modality end,
                            room_id = case when :effect = 'VIDEO' then null else room_id end
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", due.session().value())
                .param("effect", due.effect().name())
                .param("reason", due.reason())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a closure did to one session. */
    record Undo(SessionId session, Closure.Effect effect, Modality modality, @Nullable UUID room) {}

    /** What a closure did to sessions that are still ahead and stand as it left them. */
    List<Undo> done(Permit permit, UUID closure, Instant now) {
        return jdbc.sql(
                        """
                        select d.session_id, d.effect, d.modality, d.room_id
                        from sessions.closed_session d
                        join sessions.session s on s.organization_id = d.organization_id and s.id = d.session_id
                        where d.organization_id = :organization and d.closure_id = :closure and s.starts_at > :now
                          and (d.effect = 'CANCEL') = (s.cancelled_at is not null)
                        order by s.starts_at, s.id
                        """)
                .param("organization", permit.organization().value())
                .param("closure", closure)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Undo(
                                new SessionId(row.getObject(1, UUID.class)),
                                Closure.Effect.valueOf(row.getString(2)),
                                Modality.valueOf(row.getString(3)),
                                row.getObject(4, UUID.class)))
                .list();
    }

    /** The session takes place as it was planned. */
    void undo(Permit permit, Undo undo) {
        jdbc.sql(
                        """
                        update sessions.session
                        set cancelled_at = null, cancel_reason = null, modality = :modality, room_id = :room
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", undo.session().value())
                .param("modality", undo.modality().name())
                .param("room", undo.room())
                .update();
    }

    void lift(Permit permit, UUID closure, Instant now) {
        jdbc.sql(
                        """
                        update sessions.closure set lifted_at = :now
                        where organization_id = :organization and id = :closure and lifted_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("closure", closure)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
