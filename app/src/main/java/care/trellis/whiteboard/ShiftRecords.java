package care.trellis.whiteboard;

import care.trellis.attendance.Status;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a shift sees, read from what other rooms publish. */
@Repository
class ShiftRecords {

    /** A site, and what time it is there. */
    record Place(UUID id, String name, ZoneId zone) {}

    private static final String GROUP =
            """
            select s.id, s.title, s.service_type, s.modality, s.local_date, coalesce(r.name, '') as room,
                   coalesce(r.capacity, 0) as seats, s.starts_at, s.ends_at, coalesce(f.names, '') as staff,
                   coalesce(f.staff_count, 0) as staff_count, coalesce(c.expected, 0) as expected,
                   coalesce(c.here, 0) as here, coalesce(c.came, 0) as came
            from sessions.public_session s
            left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
            left join lateral (
                select string_agg(left(p.given_name, 1) || '. ' || p.family_name, ' · ' order by l.part desc,
                                  p.family_name) as names,
                       count(*) as staff_count
                from sessions.public_facilitator l
                join organizations.public_staff p on p.organization_id = l.organization_id and p.id = l.staff_id
                where l.organization_id = s.organization_id and l.session_id = s.id) f on true
            left join lateral (
                select count(*) as expected,
                       count(*) filter (where m.status = 'PRESENT' and m.left_at is null) as here,
                       count(*) filter (where m.status = 'PRESENT') as came
                from sessions.public_roster e
                left join attendance.public_mark m on m.organization_id = e.organization_id
                  and m.session_id = e.session_id and m.client_id = e.client_id
                where e.organization_id = s.organization_id and e.session_id = s.id) c on true
            where s.organization_id = :organization and s.cancelled_at is null
            """;

    private final JdbcClient jdbc;

    ShiftRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Place> sites() {
        return jdbc.sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Place(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                ZoneId.of(row.getString(3))))
                .list();
    }

    /**
     * Makes sure that the organization has this site.
     *
     * @throws NotFound where it has not
     */
    void require(UUID site) {
        if (sites().stream().noneMatch(one -> one.id().equals(site))) {
            throw new NotFound();
        }
    }

    /** The sessions of a day that take place, in the order in which they begin. */
    List<Group> groups(UUID site, LocalDate day) {
        return jdbc.sql(
                        GROUP
                                + " and s.site_id = :site and s.local_date = :day order by s.starts_at, s.title, s.id")
                .param("organization", organization())
                .param("site", site)
                .param("day", day)
                .query(ShiftRecords::group)
                .list();
    }

    Optional<Group> group(SessionId session) {
        return groups(List.of(session)).stream().findFirst();
    }

    /** Those of the sessions that take place, in no order. */
    List<Group> groups(Collection<SessionId> sessions) {
        return jdbc.sql(GROUP + " and s.id = any(:sessions)")
                .param("organization", organization())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(ShiftRecords::group)
                .list();
    }

    /** Everybody who sits in a session of the day, with how they stand to it. */
    List<Shift.Person> people(UUID site, LocalDate day) {
        return jdbc.sql(
                        """
                        select e.client_id, c.given_name, c.family_name, s.id, s.title, s.modality, coalesce(r.name, ''),
                               s.starts_at, s.ends_at, coalesce(m.status, 'EXPECTED'), m.arrived_at, m.left_at
                        from sessions.public_session s
                        join sessions.public_roster e
                          on e.organization_id = s.organization_id and e.session_id = s.id
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        left join organizations.public_room r
                          on r.organization_id = s.organization_id and r.id = s.room_id
                        left join attendance.public_mark m on m.organization_id = e.organization_id
                          and m.session_id = e.session_id and m.client_id = e.client_id
                        where s.organization_id = :organization and s.site_id = :site and s.local_date = :day
                        order by s.starts_at, c.given_name, c.family_name, e.client_id
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("day", day)
                .query((row, number) ->
                        new Shift.Person(
                                row.getObject(1, UUID.class),
                                name(row.getString(2), row.getString(3)),
                                new SessionId(row.getObject(4, UUID.class)),
                                row.getString(5),
                                row.getString(6).equals("VIDEO"),
                                DatedSession.roomWords(row.getString(7)),
                                row.getTimestamp(8).toInstant(),
                                row.getTimestamp(9).toInstant(),
                                Status.valueOf(row.getString(10)),
                                instant(row.getTimestamp(11)),
                                instant(row.getTimestamp(12))))
                .list();
    }

    /** Clients of the site for whom a risk flag stands or an alert of the first classes is open. */
    List<Shift.Watched> watched(UUID site) {
        return jdbc.sql(
                        """
                        with risk as materialized (
                            select client_id, owner_name is null as unowned from safety.public_flag
                            where organization_id = :organization
                            union all
                            select client_id, false from measures.public_alert
                            where organization_id = :organization and closed_at is null
                              and alert_class in ('A0', 'A1', 'A2'))
                        select c.id, c.given_name, c.family_name, bool_or(r.unowned)
                        from risk r
                        join clients.public_client c on c.organization_id = :organization and c.id = r.client_id
                        where c.site_id = :site
                        group by c.id, c.given_name, c.family_name
                        order by c.given_name, c.family_name
                        """)
                .param("organization", organization())
                .param("site", site)
                .query((row, number) ->
                        new Shift.Watched(
                                row.getObject(1, UUID.class),
                                name(row.getString(2), row.getString(3)),
                                row.getBoolean(4)))
                .list();
    }

    /** First name and last initial: what a wall may say. */
    static String name(String given, String family) {
        return family.isEmpty()
                ? given
                : given + " " + family.substring(0, family.offsetByCodePoints(0, 1)) + ".";
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                new SessionId(row.getObject("id", UUID.class)),
                row.getString("title"),
                ServiceType.valueOf(row.getString("service_type")),
                row.getString("modality").equals("VIDEO"),
                row.getObject("local_date", LocalDate.class),
                DatedSession.roomWords(row.getString("room")),
                row.getInt("seats"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("staff"),
                row.getInt("staff_count"),
                row.getInt("expected"),
                row.getInt("here"),
                row.getInt("came"));
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
