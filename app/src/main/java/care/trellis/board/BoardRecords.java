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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            @Nullable UUID lead,
            LocalDate date,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled) {

        private Group led(String by, @Nullable UUID first) {
            return new Group(
                    id, track, trackName, title, video, room, capacity, by, first, date, startsAt,
                    endsAt, cancelled);
        }
    }

    /** A client expected in a session, and what is known of it. */
    record Seat(UUID session, UUID client, Mark mark, boolean signed) {}

    /** No track: sessions that stand by themselves. */
    static final UUID NO_TRACK = new UUID(0, 0);

    /**
     * One client's day around one of its sessions, read for a press on its mark. Its groups carry
     * no names of track, room and staff: a mark shows none.
     */
    record OwnDay(String name, Place site, LocalDate date, List<Group> groups, List<Seat> seats) {

        @Override
        public String toString() {
            return "OwnDay[" + date + "]";
        }
    }

    private static final String GROUPS =
            """
            select s.id, s.track_id, coalesce(t.name, 'One to one'), s.title, s.modality, coalesce(r.name, ''),
                   coalesce(r.capacity, 0), s.local_date, s.starts_at, s.ends_at, s.cancelled_at is not null
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

    /** The day of a client who sits in this session, if the reader works there. */
    Optional<OwnDay> ownDay(Permit permit, SessionId session, ClientId client) {
        var groups = new ArrayList<Group>();
        var seats = new ArrayList<Seat>();
        return jdbc
                .sql(
                        """
                        select s.id, s.track_id, '', s.title, s.modality, '', 0, s.local_date, s.starts_at, s.ends_at,
                               s.cancelled_at is not null, s.site_id, s.zone, c.given_name, c.family_name,
                               e.session_id, e.client_id, coalesce(m.status, 'EXPECTED'), m.arrived_at, m.left_at,
                               coalesce(m.estimated, false), n.client_id is not null
                        from sessions.public_seat h
                        join clients.public_client c on c.organization_id = h.organization_id and c.id = h.client_id
                        join sessions.public_seat e on e.organization_id = h.organization_id
                          and e.client_id = h.client_id and e.local_date = h.local_date and e.removed_at is null
                        join sessions.public_session s on s.organization_id = e.organization_id and s.id = e.session_id
                        left join attendance.public_mark m on m.organization_id = e.organization_id
                          and m.session_id = e.session_id and m.client_id = e.client_id
                        left join notes.public_documented n on n.organization_id = e.organization_id
                          and n.session_id = e.session_id and n.client_id = e.client_id
                        where h.organization_id = :organization and h.session_id = :session and h.client_id = :client
                        order by s.starts_at, s.title, s.id
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("client", client.value())
                .query((row, number) -> {
                    groups.add(group(row, ""));
                    seats.add(seat(row, 16));
                    return new OwnDay(
                            Words.name(row.getString(14), row.getString(15)),
                            new Place(
                                    row.getObject(12, UUID.class),
                                    "",
                                    ZoneId.of(row.getString(13))),
                            row.getObject(8, LocalDate.class),
                            groups,
                            seats);
                })
                .list()
                .stream()
                .filter(day -> permit.actor().worksAt(day.site.id))
                .findFirst();
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
        var staff = new HashMap<UUID, String>();
        var found =
                jdbc.sql(sql)
                        .param("organization", permit.organization().value())
                        .param("site", site)
                        .param("from", from)
                        .param("to", to)
                        .param("clients", clients.toArray(UUID[]::new))
                        .query((row, number) -> group(row, ""))
                        .list();
        var leads = facilitators(permit, found, staff);
        return found.stream()
                .map(group -> group.led(staff.getOrDefault(group.id, ""), leads.get(group.id)))
                .toList();
    }

    /** Who leads each session, the first facilitator first. Few lead many: each is read once. */
    private Map<UUID, UUID> facilitators(
            Permit permit, List<Group> groups, Map<UUID, String> staff) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        record Lead(UUID session, UUID staff) {}
        var leads =
                jdbc.sql(
                                """
                                select session_id, staff_id from sessions.public_facilitator
                                where organization_id = :organization and session_id = any(:sessions)
                                order by part desc, staff_id
                                """)
                        .param("organization", permit.organization().value())
                        .param("sessions", ids(groups))
                        .query((row, number) ->
                                new Lead(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        .list();
        var names = new HashMap<UUID, String>();
        jdbc.sql(
                        """
                        select id, concat(left(given_name, 1), '. ', family_name, ', ' || credentials)
                        from organizations.public_staff
                        where organization_id = :organization and id = any(:staff)
                        """)
                .param("organization", permit.organization().value())
                .param("staff", leads.stream().map(Lead::staff).distinct().toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        var first = new HashMap<UUID, UUID>();
        for (var lead : leads) {
            first.putIfAbsent(lead.session(), lead.staff());
            staff.merge(
                    lead.session(),
                    names.getOrDefault(lead.staff(), ""),
                    (before, next) -> before + " · " + next);
        }
        return first;
    }

    private static Group group(ResultSet row, String staff) throws SQLException {
        UUID track = row.getObject(2, UUID.class);
        return new Group(
                row.getObject(1, UUID.class),
                track == null ? NO_TRACK : track,
                row.getString(3),
                row.getString(4),
                "VIDEO".equals(row.getString(5)),
                row.getString(6),
                row.getInt(7),
                staff,
                null,
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
                .param("sessions", ids(groups))
                .query((row, number) -> seat(row, 1))
                .list();
    }

    /** Those of these clients in these sessions, as they stand now. */
    List<Seat> seats(Permit permit, Collection<UUID> sessions, Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        select e.session_id, e.client_id, coalesce(m.status, 'EXPECTED'), m.arrived_at, m.left_at,
                               coalesce(m.estimated, false), n.client_id is not null
                        from sessions.public_seat e
                        left join attendance.public_mark m on m.organization_id = e.organization_id
                          and m.session_id = e.session_id and m.client_id = e.client_id
                        left join notes.public_documented n on n.organization_id = e.organization_id
                          and n.session_id = e.session_id and n.client_id = e.client_id
                        where e.organization_id = :organization and e.session_id = any(:sessions)
                          and e.client_id = any(:clients) and e.removed_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", sessions.toArray(UUID[]::new))
                .param("clients", clients.toArray(UUID[]::new))
                .query((row, number) -> seat(row, 1))
                .list();
    }

    private static UUID[] ids(Collection<Group> groups) {
        return groups.stream().map(Group::id).toArray(UUID[]::new);
    }

    private static Seat seat(ResultSet row, int first) throws SQLException {
        UUID client = row.getObject(first + 1, UUID.class);
        return new Seat(
                row.getObject(first, UUID.class),
                client,
                new Mark(
                        new ClientId(client),
                        Status.valueOf(row.getString(first + 2)),
                        instant(row, first + 3),
                        instant(row, first + 4),
                        row.getBoolean(first + 5),
                        0),
                row.getBoolean(first + 6));
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
