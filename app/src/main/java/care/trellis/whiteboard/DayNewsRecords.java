package care.trellis.whiteboard;

import care.trellis.base.OrganizationContext;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is different today: who is out and who covers, and who makes a session up. */
@Repository
class DayNewsRecords {

    private final JdbcClient jdbc;

    DayNewsRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Each session of the day at the site that is not over and that somebody on leave would lead,
     * by person and time; for one who is out without such a session, nothing.
     */
    List<Shift.Out> out(UUID site, LocalDate day, Instant now) {
        return jdbc.sql(
                        """
                        with away as materialized (
                            select id, staff_id from sessions.public_leave
                            where organization_id = :organization and :day between from_date and to_date),
                        of as materialized (
                            select away.id as leave_id, away.staff_id, f.session_id, cast(null as uuid) as covers
                            from away
                            join sessions.public_session s on s.organization_id = :organization and s.site_id = :site
                             and s.local_date = :day
                            join sessions.public_facilitator f on f.organization_id = s.organization_id
                             and f.session_id = s.id and f.staff_id = away.staff_id
                            union all
                            select away.id, away.staff_id, c.session_id, c.staff_id
                            from away
                            join sessions.public_cover c on c.organization_id = :organization and c.leave_id = away.id)
                        select of.leave_id, left(p.given_name, 1) || '. ' || p.family_name, s.id, s.title, s.starts_at,
                               coalesce(left(k.given_name, 1) || '. ' || k.family_name, '')
                        from of
                        join sessions.public_session s on s.organization_id = :organization and s.id = of.session_id
                         and s.site_id = :site and s.local_date = :day and s.cancelled_at is null
                         and s.ends_at > :now
                        join organizations.public_staff p on p.organization_id = :organization and p.id = of.staff_id
                        left join organizations.public_staff k on k.organization_id = :organization and k.id = of.covers
                        order by p.family_name, p.given_name, s.starts_at, s.id
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Shift.Out(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                new SessionId(row.getObject(3, UUID.class)),
                                row.getString(4),
                                row.getTimestamp(5).toInstant(),
                                row.getString(6)))
                .list();
    }

    /** Who comes today to make a session up, and for whom a seat is held until an answer. */
    List<Shift.MakeUp> makeUps(UUID site, LocalDate day, Instant now) {
        return jdbc.sql(
                        """
                        with extra as materialized (
                            select r.session_id, r.client_id, cast(null as timestamptz) as held_until
                            from sessions.public_session s
                            join sessions.public_roster r on r.organization_id = s.organization_id and r.session_id = s.id
                             and r.source = 'MAKE_UP'
                            where s.organization_id = :organization and s.site_id = :site and s.local_date = :day
                            union all
                            select h.session_id, h.client_id, h.held_until
                            from sessions.public_session s
                            join sessions.public_hold h on h.organization_id = s.organization_id and h.session_id = s.id
                             and h.held_until > :now
                            where s.organization_id = :organization and s.site_id = :site and s.local_date = :day)
                        select x.client_id, c.given_name, c.family_name, s.id, s.title, s.starts_at, x.held_until
                        from extra x
                        join sessions.public_session s on s.organization_id = :organization and s.id = x.session_id
                         and s.ends_at > :now and s.cancelled_at is null
                        join clients.public_client c on c.organization_id = :organization and c.id = x.client_id
                        order by s.starts_at, c.given_name, c.family_name, s.id
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var until = row.getTimestamp(7);
                    return new Shift.MakeUp(
                            row.getObject(1, UUID.class),
                            ShiftRecords.name(row.getString(2), row.getString(3)),
                            new SessionId(row.getObject(4, UUID.class)),
                            row.getString(5),
                            row.getTimestamp(6).toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
