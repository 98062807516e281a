package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether rooms and staff can be had at a time. The database refuses what is taken in any case;
 * this says so before, with what is in the way and what is free instead.
 */
@Component
class Reservations {

    private static final int MOST = 10;

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is in the way of these times.
     *
     * @param except sessions that give their own time up with the change
     */
    Obstacles of(
            Permit permit,
            SiteId site,
            @Nullable RoomId room,
            List<StaffId> staff,
            List<SessionCalendar.Occurrence> times,
            Collection<SessionId> except) {
        if (times.isEmpty()) {
            return new Obstacles(List.of(), List.of(), List.of());
        }
        var conflicts = conflicts(permit, room, staff, times, except);
        if (conflicts.isEmpty()) {
            return new Obstacles(List.of(), List.of(), List.of());
        }
        var first = conflicts.getFirst().startsAt();
        var when =
                times.stream()
                        .filter(time -> time.endsAt().isAfter(first))
                        .findFirst()
                        .orElse(times.getFirst());
        boolean roomTaken = conflicts.stream().anyMatch(one -> one.kind() == Conflict.Kind.ROOM);
        boolean staffTaken = conflicts.stream().anyMatch(one -> one.kind() != Conflict.Kind.ROOM);
        return new Obstacles(
                conflicts,
                roomTaken ? freeRooms(permit, site, when, except) : List.of(),
                staffTaken
                        ? freeStaff(permit, when, except).stream().map(Free::name).limit(5).toList()
                        : List.of());
    }

    private List<Conflict> conflicts(
            Permit permit,
            @Nullable RoomId room,
            List<StaffId> staff,
            List<SessionCalendar.Occurrence> times,
            Collection<SessionId> except) {
        return jdbc.sql(
                        """
                        with wanted as materialized (
                            select * from unnest(cast(:dates as date[]), cast(:starts as timestamptz[]),
                                                 cast(:ends as timestamptz[])) as w (local_date, starts_at, ends_at)),
                        people as materialized (
                            select p.id, concat(p.given_name, ' ', p.family_name) as name
                            from organizations.public_staff p
                            where p.organization_id = :organization and p.id = any(:staff)),
                        found as (
                            select 'ROOM' as kind, r.name as who, s.title, s.starts_at, s.ends_at, cast(null as date) as day
                            from wanted w
                            join sessions.session s on s.organization_id = :organization and s.room_id = cast(:room as uuid)
                             and s.taken && tstzrange(w.starts_at, w.ends_at) and not s.id = any(:except)
                            join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
                            union
                            select 'STAFF', p.name, s.title, s.starts_at, s.ends_at, null
                            from people p
                            cross join wanted w
                            join sessions.facilitator f on f.organization_id = :organization and f.staff_id = p.id
                             and f.taken && tstzrange(w.starts_at, w.ends_at) and not f.session_id = any(:except)
                            join sessions.session s on s.organization_id = f.organization_id and s.id = f.session_id
                            union
                            select * from (
                                select distinct on (l.id) 'LEAVE', p.name, '', w.starts_at, w.ends_at, l.to_date
                                from people p
                                cross join wanted w
                                join sessions.leave l on l.organization_id = :organization and l.staff_id = p.id
                                 and w.local_date between l.from_date and l.to_date and l.withdrawn_at is null
                                order by l.id, w.starts_at) away
                            union
                            select * from (
                                select distinct on (p.id) 'CREDENTIAL', p.name, last.code, w.starts_at, w.ends_at,
                                       last.expires_on
                                from people p
                                cross join wanted w
                                join lateral (select c.code, c.expires_on from organizations.public_credential c
                                    where c.organization_id = :organization and c.staff_id = p.id
                                    order by c.expires_on desc nulls first limit 1) last on true
                                where not exists (select from organizations.public_credential c
                                    where c.organization_id = :organization and c.staff_id = p.id
                                      and (c.valid_from is null or c.valid_from <= w.local_date)
                                      and (c.expires_on is null or c.expires_on >= w.local_date))
                                order by p.id, w.starts_at) expired)
                        select kind, who, title, starts_at, ends_at, day from found order by starts_at, kind, who
                        limit :most
                        """)
                .param("organization", permit.organization().value())
                .param("dates", texts(times, SessionCalendar.Occurrence::date))
                .param("starts", texts(times, SessionCalendar.Occurrence::startsAt))
                .param("ends", texts(times, SessionCalendar.Occurrence::endsAt))
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .param("room", room == null ? null : room.value())
                .param("except", SeatRecords.ids(except))
                .param("most", MOST)
                .query(Reservations::conflict)
                .list();
    }

    private static Conflict conflict(ResultSet row, int number) throws SQLException {
        return new Conflict(
                Conflict.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                row.getObject(6, LocalDate.class));
    }

    private List<String> freeRooms(
            Permit permit,
            SiteId site,
            SessionCalendar.Occurrence when,
            Collection<SessionId> except) {
        return jdbc.sql(
                        """
                        select r.name from organizations.public_room r
                        where r.organization_id = :organization and r.site_id = :site and not r.retired
                          and not exists (select from sessions.session s
                              where s.organization_id = r.organization_id and s.room_id = r.id
                                and s.taken && tstzrange(:starts, :ends) and not s.id = any(:except))
                        order by r.capacity, r.name limit 3
                        """)
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .param("starts", when.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", when.endsAt().atOffset(ZoneOffset.UTC))
                .param("except", SeatRecords.ids(except))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Somebody who could lead. */
    record Free(StaffId staff, String name) {}

    /**
     * Staff who lead nothing at that time, are not away and hold a credential that is good that
     * day.
     */
    List<Free> freeStaff(
            Permit permit, SessionCalendar.Occurrence when, Collection<SessionId> except) {
        return jdbc.sql(
                        """
                        select p.id, concat(p.given_name, ' ', p.family_name)
                        from organizations.public_staff p
                        where p.organization_id = :organization and (p.left_on is null or p.left_on >= :date)
                          and exists (select from organizations.public_credential c
                              where c.organization_id = p.organization_id and c.staff_id = p.id
                                and (c.valid_from is null or c.valid_from <= :date)
                                and (c.expires_on is null or c.expires_on >= :date))
                          and not exists (select from sessions.facilitator f
                              where f.organization_id = p.organization_id and f.staff_id = p.id
                                and f.taken && tstzrange(:starts, :ends) and not f.session_id = any(:except))
                          and not exists (select from sessions.leave l
                              where l.organization_id = p.organization_id and l.staff_id = p.id
                                and :date between l.from_date and l.to_date and l.withdrawn_at is null)
                        order by p.given_name, p.family_name
                        """)
                .param("organization", permit.organization().value())
                .param("date", when.date())
                .param("starts", when.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", when.endsAt().atOffset(ZoneOffset.UTC))
                .param("except", SeatRecords.ids(except))
                .query((row, number) ->
                        new Free(new StaffId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    private static String[] texts(
            List<SessionCalendar.Occurrence> times,
            Function<SessionCalendar.Occurrence, Object> part) {
        return times.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
