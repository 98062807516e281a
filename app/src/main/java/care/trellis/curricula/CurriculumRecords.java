package care.trellis.curricula;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was taught. */
@Repository
class CurriculumRecords {

    private final JdbcClient jdbc;

    CurriculumRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> moduleOf(SessionId session) {
        return jdbc.sql(
                        "select module from curricula.taught where organization_id = :organization and session_id = :session")
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) -> row.getString(1))
                .optional();
    }

    boolean isSession(SessionId session) {
        return jdbc.sql(
                        "select 1 from sessions.public_session where organization_id = :organization and id = :session")
                .param("organization", organization())
                .param("session", session.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void teach(SessionId session, String curriculum, String module, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into curricula.taught (organization_id, session_id, curriculum, module, said_at, said_by)
                        values (:organization, :session, :curriculum, :module, :now, :account)
                        on conflict (organization_id, session_id)
                        do update set module = excluded.module, curriculum = excluded.curriculum,
                            said_at = excluded.said_at, said_by = excluded.said_by
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("curriculum", curriculum)
                .param("module", module)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", actor.account())
                .update();
    }

    int forget(Collection<SessionId> sessions) {
        return jdbc.sql(
                        """
                        delete from curricula.taught
                        where organization_id = :organization and session_id = any(:sessions)
                        """)
                .param("organization", organization())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .update();
    }

    /** When each module was last taught in the track of this session. */
    Map<String, LocalDate> lastTaught(SessionId session) {
        var last = new HashMap<String, LocalDate>();
        jdbc.sql(
                        """
                        select t.module, max(s.local_date) as last
                        from sessions.public_session own
                        join sessions.public_session s
                          on s.organization_id = own.organization_id and s.track_id = own.track_id
                        join curricula.taught t on t.organization_id = s.organization_id and t.session_id = s.id
                        where own.organization_id = :organization and own.id = :session and s.id <> own.id
                        group by t.module
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query(row -> {
                    last.put(row.getString("module"), row.getObject("last", LocalDate.class));
                });
        return last;
    }

    /** Minutes the client was there while each module was taught. */
    Map<String, Integer> minutes(ClientId client) {
        var minutes = new HashMap<String, Integer>();
        jdbc.sql(
                        """
                        select t.module, sum(greatest(0, extract(epoch from
                                   least(coalesce(m.left_at, s.ends_at), s.ends_at)
                                   - greatest(coalesce(m.arrived_at, s.starts_at), s.starts_at)) / 60))::int as minutes
                        from attendance.public_mark m
                        join curricula.taught t
                          on t.organization_id = m.organization_id and t.session_id = m.session_id
                        join sessions.public_session s
                          on s.organization_id = m.organization_id and s.id = m.session_id
                        where m.organization_id = :organization and m.client_id = :client and m.status = 'PRESENT'
                        group by t.module
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    minutes.put(row.getString("module"), row.getInt("minutes"));
                });
        return minutes;
    }

    /** When each module is taught in the sessions that the client is still expected in. */
    Map<String, List<Instant>> ahead(ClientId client, Instant now) {
        var ahead = new HashMap<String, List<Instant>>();
        jdbc.sql(
                        """
                        select t.module, s.starts_at
                        from sessions.public_roster r
                        join curricula.taught t
                          on t.organization_id = r.organization_id and t.session_id = r.session_id
                        join sessions.public_session s
                          on s.organization_id = r.organization_id and s.id = r.session_id
                        where r.organization_id = :organization and r.client_id = :client and s.starts_at > :now
                        order by s.starts_at
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    ahead.computeIfAbsent(row.getString("module"), any -> new ArrayList<>())
                            .add(row.getObject("starts_at", OffsetDateTime.class).toInstant());
                });
        return ahead;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
