package care.trellis.board;

import care.trellis.attendance.Mark;
import care.trellis.attendance.Status;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 * What a board reads, in a few statements whose number does not grow with the clients. It joins the
 * published views of the rooms and owns nothing.
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

    /**
     * Who a row is about.
     *
     * @param granted units of the authorization that covers the day; absent without one
     * @param used units drawn from it by the kept days
     */
    record Person(
            UUID id,
            String givenName,
            String familyName,
            String pronouns,
            String payer,
            boolean authorizationRequired,
            int planMinutes,
            @Nullable Integer granted,
            String unit,
            @Nullable LocalDate authorizedTo,
            int used) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /** Minutes of a client's week: attended so far, and planned in sessions still to come. */
    record Week(int attended, int ahead) {

        static final Week EMPTY = new Week(0, 0);
    }

    /** What the ledger keeps of a client's day. */
    record Day(
            UUID client,
            LocalDate date,
            String state,
            String reason,
            String fix,
            int countable,
            long expectedCents) {}

    /** No track: sessions that stand by themselves. */
    static final UUID NO_TRACK = new UUID(0, 0);

    private static final String PEOPLE =
            """
            select c.id, c.given_name, c.family_name, coalesce(c.pronouns, ''),
                   coalesce(v.payer_name, 'Self-pay'), coalesce(v.authorization_required, false),
                   coalesce(p.minutes_per_week, 0), a.units_granted, coalesce(a.unit, ''), a.to_date,
                   coalesce(a.used, 0)
            from clients.public_client c
            left join (
                select distinct on (v.client_id) v.client_id,
                       coalesce(k.payer_name, v.payer_name) as payer_name, k.authorization_required
                from clients.public_coverage v
                left join payers.public_contract k
                  on k.organization_id = v.organization_id and k.id = v.contract_id
                where v.organization_id = :organization and v.client_id = any(:clients)
                  and v.effective_from <= :day and (v.effective_to is null or v.effective_to >= :day)
                order by v.client_id, v.priority) v on v.client_id = c.id
            left join (
                select distinct on (e.client_id) e.client_id, p.minutes_per_week
                from episodes.public_episode e
                join episodes.public_plan p
                  on p.organization_id = e.organization_id and p.episode_id = e.id
                where e.organization_id = :organization and e.client_id = any(:clients)
                  and e.admitted_on <= :day and (e.discharged_on is null or e.discharged_on >= :day)
                  and p.from_date <= :day
                order by e.client_id, p.from_date desc) p on p.client_id = c.id
            left join (
                select distinct on (a.client_id) a.client_id, a.units_granted, a.unit, a.to_date,
                       (select sum(d.authorized_units) from ledger.public_day d
                         where d.organization_id = a.organization_id and d.client_id = a.client_id
                           and d.authorization_id = a.id) as used
                from authorizations.public_authorization a
                where a.organization_id = :organization and a.client_id = any(:clients)
                  and a.state = 'APPROVED' and a.from_date <= :day and a.to_date >= :day
                order by a.client_id, a.from_date) a on a.client_id = c.id
            where c.organization_id = :organization and c.id = any(:clients)
            order by c.given_name, c.family_name, c.id
            """;

    private static final String WEEKS =
            """
            select e.client_id,
                   sum(case when m.status = 'PRESENT' then greatest(0, floor(date_part('epoch',
                       least(coalesce(m.left_at, :now), s.ends_at) - greatest(m.arrived_at, s.starts_at)) / 60))
                       else 0 end),
                   sum(case when s.ends_at <= :now or m.status in ('ABSENT', 'EXCUSED') then 0
                            when m.status = 'PRESENT' and m.left_at is not null then 0
                            else date_part('epoch', s.ends_at
                                - greatest(s.starts_at, case when m.status = 'PRESENT' then :now end)) / 60
                            end)
            from sessions.public_seat e
            join sessions.public_session s on s.organization_id = e.organization_id and s.id = e.session_id
            left join attendance.public_mark m
              on m.organization_id = e.organization_id and m.session_id = e.session_id
             and m.client_id = e.client_id
            where e.organization_id = :organization and e.client_id = any(:clients)
              and e.local_date between :monday and :sunday and e.removed_at is null
              and s.cancelled_at is null
            group by e.client_id
            """;

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

    List<Group> groups(Permit permit, UUID site, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select s.id, s.track_id, coalesce(t.name, 'One to one'), s.title, s.modality, coalesce(r.name, ''),
                               coalesce(r.capacity, 0), s.local_date, s.starts_at, s.ends_at, s.cancelled_at is not null,
                               (select string_agg(concat(left(p.given_name, 1), '. ', p.family_name, ', ' || p.credentials),
                                                  ' · ' order by f.part desc, p.family_name)
                                  from sessions.public_facilitator f
                                  join organizations.public_staff p
                                    on p.organization_id = f.organization_id and p.id = f.staff_id
                                 where f.organization_id = s.organization_id and f.session_id = s.id)
                        from sessions.public_session s
                        left join sessions.public_track t on t.organization_id = s.organization_id and t.id = s.track_id
                        left join organizations.public_room r
                          on r.organization_id = s.organization_id and r.id = s.room_id
                        where s.organization_id = :organization and s.site_id = :site
                          and s.local_date between :from and :to
                        order by s.starts_at, s.title, s.id
                        """)
                .param("organization", permit.organization().value())
                .param("site", site)
                .param("from", from)
                .param("to", to)
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

    List<Seat> seats(Permit permit, UUID site, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select e.session_id, e.client_id, coalesce(m.status, 'EXPECTED'), m.arrived_at, m.left_at,
                               coalesce(m.estimated, false), n.id is not null
                        from sessions.public_session s
                        join sessions.public_seat e on e.organization_id = s.organization_id and e.session_id = s.id
                        left join attendance.public_mark m
                          on m.organization_id = e.organization_id and m.session_id = e.session_id
                         and m.client_id = e.client_id
                        left join notes.public_signed n
                          on n.organization_id = e.organization_id and n.session_id = e.session_id
                         and n.client_id = e.client_id
                        where s.organization_id = :organization and s.site_id = :site
                          and s.local_date between :from and :to and e.removed_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("site", site)
                .param("from", from)
                .param("to", to)
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

    List<Person> people(Permit permit, Collection<UUID> clients, LocalDate day) {
        return jdbc.sql(PEOPLE)
                .param("organization", permit.organization().value())
                .param("clients", clients.toArray(UUID[]::new))
                .param("day", day)
                .query((row, number) ->
                        new Person(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getInt(7),
                                row.getObject(8, Integer.class),
                                row.getString(9),
                                row.getObject(10, LocalDate.class),
                                row.getInt(11)))
                .list();
    }

    /**
     * The minutes of the clients' weeks, by the rule of {@link care.trellis.attendance.Minutes}.
     */
    Map<UUID, Week> weeks(Permit permit, Collection<UUID> clients, LocalDate monday, Instant now) {
        var weeks = new HashMap<UUID, Week>();
        jdbc.sql(WEEKS)
                .param("organization", permit.organization().value())
                .param("clients", clients.toArray(UUID[]::new))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    weeks.put(row.getObject(1, UUID.class), new Week(row.getInt(2), row.getInt(3)));
                });
        return weeks;
    }

    Map<UUID, List<Day>> days(Permit permit, Collection<UUID> clients, LocalDate monday) {
        var days = new HashMap<UUID, List<Day>>();
        jdbc.sql(
                        """
                        select client_id, local_date, state, coalesce(reason, ''), coalesce(fix, ''), countable_minutes,
                               expected_cents
                        from ledger.public_day
                        where organization_id = :organization and client_id = any(:clients)
                          and local_date between :monday and :sunday
                        order by client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("clients", clients.toArray(UUID[]::new))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query((ResultSet row) -> {
                    var day =
                            new Day(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, LocalDate.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getInt(6),
                                    row.getLong(7));
                    days.computeIfAbsent(day.client, first -> new ArrayList<>()).add(day);
                });
        return days;
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
