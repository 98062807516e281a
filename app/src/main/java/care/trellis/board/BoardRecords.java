package care.trellis.board;

import care.trellis.attendance.Mark;
import care.trellis.attendance.Status;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
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
import org.springframework.stereotype.Component;

/**
 * The sessions of a board and who sits in them, in a few statements whose number does not grow with
 * the clients. It joins the published views of the rooms and owns nothing.
 */
@Component
class BoardRecords {

    /** A site that has boards. */
    record Place(UUID id, String name, ZoneId zone) {}

    /** A session of the span. */
    record Group(
            UUID id,
            UUID track,
            String trackName,
            String title,
            boolean video,
            String room,
            int capacity,
            String staff,
            LocalDate date,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled) {}

    /** A client expected in a session, and what is known of it. */
    record Seat(UUID session, UUID client, Mark mark, boolean signed) {}

    /** No track: sessions that stand by themselves. */
    static final UUID NO_TRACK = new UUID(0, 0);

    /** Where and on which day of that place a session is. */
    record When(Place place, LocalDate date) {}

    private static final String GROUPS =
            """
            select s.id, s.track_id, coalesce(t.name, 'One to one'), s.title, s.modality, coalesce(r.name, ''),
                   coalesce(r.capacity, 0), s.local_date, s.starts_at, s.ends_at, s.cancelled_at is not null,
                   (select string_agg(concat(left(p.given_name, 1), '. ', p.family_name, ', ' || p.credentials),
                                      ' · ' order by f.part desc, p.family_name)
                      from sessions.public_facilitator f
                      join organizations.public_staff p on p.organization_id = f.organization_id and p.id = f.staff_id
                     where f.organization_id = s.organization_id and f.session_id = s.id)
            from sessions.public_session s
            left join sessions.public_track t on t.organization_id = s.organization_id and t.id = s.track_id
            left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
            where s.organization_id = :organization and s.site_id = :site and s.local_date between :from and :to
            """;

    private static final String IN_ORDER = " order by s.starts_at, s.title, s.id";

    /** The sessions that these clients sit in, and those that stand beside them in their tracks. */
    private static final String OF_CLIENTS =
            """
            with own as materialized (
                select o.id, o.track_id, o.local_date
                from sessions.public_seat e
                join sessions.public_session o on o.organization_id = e.organization_id and o.id = e.session_id
                where e.organization_id = :organization and e.client_id = any(:clients)
                  and e.local_date between :from and :to and e.removed_at is null)
            """
                    + GROUPS
                    + """
                    and (s.id in (select id from own)
                      or (s.track_id, s.local_date) in (select track_id, local_date from own where track_id is not null))
                    """
                    + IN_ORDER;

    private final JdbcClient jdbc;

    BoardRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Place> sites(Permit permit) {
        return jdbc
                .sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", permit.organization().value())
                .query((row, number) ->
                        new Place(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                ZoneId.of(row.getString(3))))
                .list()
                .stream()
                .filter(site -> permit.actor().worksAt(site.id))
                .toList();
    }

    /** Where and when a session is, if the reader works there. */
    Optional<When> when(Permit permit, SessionId session) {
        return jdbc.sql(
                        """
                        select p.id, p.name, p.time_zone, s.local_date
                        from sessions.public_session s
                        join organizations.public_site p on p.organization_id = s.organization_id and p.id = s.site_id
                        where s.organization_id = :organization and s.id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query((row, number) ->
                        new When(
                                new Place(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        ZoneId.of(row.getString(3))),
                                row.getObject(4, LocalDate.class)))
                .optional()
                .filter(found -> permit.actor().worksAt(found.place.id));
    }

    /** Every session of a site in a span, in the order in which they begin. */
    List<Group> groups(Permit permit, UUID site, LocalDate from, LocalDate to) {
        return groups(permit, GROUPS + IN_ORDER, site, from, to, List.of());
    }

    /** Those that a few clients have to do with. */
    List<Group> groupsOf(
            Permit permit, UUID site, LocalDate from, LocalDate to, Collection<UUID> clients) {
        return groups(permit, OF_CLIENTS, site, from, to, clients);
    }

    private List<Group> groups(
            Permit permit,
            String sql,
            UUID site,
            LocalDate from,
            LocalDate to,
            Collection<UUID> clients) {
        return jdbc.sql(sql)
                .param("organization", permit.organization().value())
                .param("site", site)
                .param("from", from)
                .param("to", to)
                .param("clients", clients.toArray(UUID[]::new))
                .query(BoardRecords::group)
                .list();
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        UUID track = row.getObject(2, UUID.class);
        String staff = row.getString(12);
        return new Group(
                row.getObject(1, UUID.class),
                track == null ? NO_TRACK : track,
                row.getString(3),
                row.getString(4),
                "VIDEO".equals(row.getString(5)),
                row.getString(6),
                row.getInt(7),
                staff == null ? "" : staff,
                row.getObject(8, LocalDate.class),
                row.getTimestamp(9).toInstant(),
                row.getTimestamp(10).toInstant(),
                row.getBoolean(11));
    }

    /**
     * Everybody expected in these sessions, with what is known of them. Marks and notes are read
     * along the sessions first: to look them up seat by seat costs three times as much.
     */
    List<Seat> seats(Permit permit, Collection<Group> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        with m as materialized (
                            select session_id, client_id, status, arrived_at, left_at, estimated
                            from attendance.public_mark
                            where organization_id = :organization and session_id = any(:sessions)),
                        n as materialized (
                            select session_id, client_id from notes.public_documented
                            where organization_id = :organization and session_id = any(:sessions))
                        select e.session_id, e.client_id, coalesce(m.status, 'EXPECTED'), m.arrived_at, m.left_at,
                               coalesce(m.estimated, false), n.client_id is not null
                        from sessions.public_seat e
                        left join m on m.session_id = e.session_id and m.client_id = e.client_id
                        left join n on n.session_id = e.session_id and n.client_id = e.client_id
                        where e.organization_id = :organization and e.session_id = any(:sessions)
                          and e.removed_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", groups.stream().map(Group::id).toArray(UUID[]::new))
                .query((row, number) -> {
                    UUID client = row.getObject(2, UUID.class);
                    return new Seat(
                            row.getObject(1, UUID.class),
                            client,
                            new Mark(
                                    new ClientId(client),
                                    Status.valueOf(row.getString(3)),
                                    instant(row, 4),
                                    instant(row, 5),
                                    row.getBoolean(6),
                                    0),
                            row.getBoolean(7));
                })
                .list();
    }

    /** The nearest day with sessions before or after a day. */
    Optional<LocalDate> neighbour(Permit permit, UUID site, LocalDate day, boolean before) {
        return jdbc.sql(
                        before
                                ? """
                                select local_date from sessions.public_session
                                where organization_id = :organization and site_id = :site and local_date < :day
                                order by local_date desc limit 1
                                """
                                : """
                                select local_date from sessions.public_session
                                where organization_id = :organization and site_id = :site and local_date > :day
                                order by local_date limit 1
                                """)
                .param("organization", permit.organization().value())
                .param("site", site)
                .param("day", day)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
