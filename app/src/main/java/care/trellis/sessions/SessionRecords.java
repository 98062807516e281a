package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of dated sessions. */
@Component
class SessionRecords {

    private static final String SESSION =
            """
            select s.id, s.site_id, s.track_id, s.title, s.service_type, s.modality, coalesce(r.name, ''),
                   coalesce(r.capacity, 0), s.local_date, s.zone, s.starts_at, s.ends_at, s.shifted,
                   coalesce(s.cancel_reason, ''),
                   (select string_agg(concat(left(p.given_name, 1), '. ', p.family_name, ', ' || p.credentials), ' · '
                                      order by f.part desc, p.family_name)
                      from sessions.facilitator f
                      join organizations.public_staff p on p.organization_id = f.organization_id and p.id = f.staff_id
                     where f.organization_id = s.organization_id and f.session_id = s.id)
            from sessions.session s
            left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
            where s.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    SessionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The site of a session; nothing where this organization has no such session. */
    Optional<UUID> siteOf(UUID id) {
        return jdbc.sql(
                        """
                        select site_id from sessions.session where organization_id = :organization and id = :id
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<DatedSession> find(Permit permit, SessionId session) {
        return jdbc.sql(SESSION + " and s.id = :session")
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query(SessionRecords::session)
                .optional();
    }

    List<DatedSession> on(Permit permit, SiteId site, LocalDate day) {
        return jdbc.sql(
                        SESSION
                                + " and s.site_id = :site and s.local_date = :day order by s.starts_at, s.title, s.id")
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .param("day", day)
                .query(SessionRecords::session)
                .list();
    }

    List<DatedSession> of(Permit permit, TrackId track, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        SESSION
                                + " and s.track_id = :track and s.local_date between :from and :to order by s.starts_at, s.id")
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("from", from)
                .param("to", to)
                .query(SessionRecords::session)
                .list();
    }

    private static DatedSession session(ResultSet row, int number) throws SQLException {
        UUID track = row.getObject(3, UUID.class);
        String staff = row.getString(15);
        return new DatedSession(
                new SessionId(row.getObject(1, UUID.class)),
                new SiteId(row.getObject(2, UUID.class)),
                track == null ? null : new TrackId(track),
                row.getString(4),
                ServiceType.valueOf(row.getString(5)),
                Modality.valueOf(row.getString(6)),
                row.getString(7),
                row.getInt(8),
                staff == null ? "" : staff,
                row.getObject(9, LocalDate.class),
                ZoneId.of(row.getString(10)),
                row.getTimestamp(11).toInstant(),
                row.getTimestamp(12).toInstant(),
                row.getBoolean(13),
                row.getString(14));
    }

    List<RosterSeat> roster(Permit permit, SessionId session) {
        return jdbc.sql(
                        """
                        select e.client_id, c.record_number, c.given_name, c.family_name, e.source,
                               coalesce(e.removed_reason, '')
                        from sessions.seat e
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        where e.organization_id = :organization and e.session_id = :session
                        order by c.given_name, c.family_name, e.client_id
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query((row, number) ->
                        new RosterSeat(
                                new ClientId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                RosterSeat.Source.valueOf(row.getString(5)),
                                row.getString(6)))
                .list();
    }

    List<Candidate> candidates(Permit permit, DatedSession session) {
        return jdbc.sql(
                        """
                        select p.id, p.client_id, c.given_name, c.family_name, p.admitted_on
                        from clients.public_client c
                        join lateral (select e.id, e.client_id, e.admitted_on from episodes.public_episode e
                                       where e.organization_id = c.organization_id and e.client_id = c.id
                                         and e.admitted_on <= :day and (e.discharged_on is null or e.discharged_on >= :day)
                                       order by e.admitted_on desc limit 1) p on true
                        where c.organization_id = :organization and c.site_id = :site
                          and not exists (select from sessions.seat s
                              where s.organization_id = c.organization_id and s.session_id = :session
                                and s.client_id = c.id and s.removed_at is null)
                        order by c.given_name, c.family_name
                        """)
                .param("organization", permit.organization().value())
                .param("site", session.site().value())
                .param("session", session.id().value())
                .param("day", session.date())
                .query((row, number) ->
                        new Candidate(
                                new EpisodeId(row.getObject(1, UUID.class)),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class)))
                .list();
    }

    boolean clientAt(Permit permit, SiteId site, ClientId client) {
        return jdbc.sql(
                        """
                        select exists (select from clients.public_client
                            where organization_id = :organization and id = :client and site_id = :site)
                        """)
                .param("organization", permit.organization().value())
                .param("client", client.value())
                .param("site", site.value())
                .query(Boolean.class)
                .single();
    }

    /** True for the one caller that called it off. */
    boolean cancel(Permit permit, SessionId session, String reason, Instant now) {
        return jdbc.sql(
                                """
                                update sessions.session set cancelled_at = :now, cancel_reason = :reason
                                where organization_id = :organization and id = :session and cancelled_at is null
                                """)
                        .param("organization", permit.organization().value())
                        .param("session", session.value())
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ZoneId> zone(Permit permit, SiteId site) {
        return jdbc.sql(
                        """
                        select time_zone from organizations.public_site
                        where organization_id = :organization and id = :site
                        """)
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .query((row, number) -> ZoneId.of(row.getString(1)))
                .optional();
    }

    /** Whether client, room and staff can meet at the site. */
    boolean belongHere(Permit permit, NewSession wanted) {
        return jdbc.sql(
                        """
                        select exists (select from clients.public_client
                                   where organization_id = :organization and id = :client and site_id = :site)
                           and exists (select from organizations.public_staff
                                   where organization_id = :organization and id = :staff)
                           and (cast(:second as uuid) is null or exists (select from organizations.public_staff
                                   where organization_id = :organization and id = :second))
                           and (cast(:room as uuid) is null or exists (select from organizations.public_room
                                   where organization_id = :organization and id = :room and site_id = :site))
                        """)
                .param("organization", permit.organization().value())
                .param("client", wanted.client().value())
                .param("staff", wanted.staff().value())
                .param("second", wanted.second() == null ? null : wanted.second().value())
                .param("site", wanted.site().value())
                .param("room", wanted.room() == null ? null : wanted.room().value())
                .query(Boolean.class)
                .single();
    }

    void add(
            Permit permit,
            SessionId id,
            NewSession wanted,
            ZoneId zone,
            SessionCalendar.Occurrence when) {
        jdbc.sql(
                        """
                        insert into sessions.session (organization_id, id, site_id, title, service_type, modality,
                            room_id, local_date, zone, starts_at, ends_at, shifted)
                        values (:organization, :id, :site, :title, :service, :modality, :room, :date, :zone, :starts,
                            :ends, :shifted)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id.value())
                .param("site", wanted.site().value())
                .param("title", wanted.title())
                .param("service", wanted.serviceType().name())
                .param("modality", wanted.modality().name())
                .param("room", wanted.room() == null ? null : wanted.room().value())
                .param("date", when.date())
                .param("zone", zone.getId())
                .param("starts", when.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", when.endsAt().atOffset(ZoneOffset.UTC))
                .param("shifted", when.shifted())
                .update();
        jdbc.sql(
                        """
                        insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
                        select s.organization_id, s.id, led.staff, led.part, s.taken
                        from sessions.session s,
                             (values (cast(:staff as uuid), 'LEAD'), (cast(:second as uuid), 'CO')) as led (staff, part)
                        where s.organization_id = :organization and s.id = :id and led.staff is not null
                        """)
                .param("organization", permit.organization().value())
                .param("id", id.value())
                .param("staff", wanted.staff().value())
                .param("second", wanted.second() == null ? null : wanted.second().value())
                .update();
    }
}
