package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of leaves and of who covers. */
@Component
class LeaveRecords {

    /** A session of a leave, and who covers it. */
    record Of(
            SessionId session,
            SiteId site,
            String title,
            LocalDate date,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String part,
            @Nullable StaffId covers,
            String coversName) {}

    private final JdbcClient jdbc;

    LeaveRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves that end on that day or later, the earliest first; one of them, or all. */
    List<Leave> since(LocalDate day, Instant now, @Nullable UUID only) {
        return jdbc.sql(
                        """
                        select l.id, l.staff_id, concat(p.given_name, ' ', p.family_name), l.from_date, l.to_date,
                               (select count(*) from sessions.facilitator f
                                  join sessions.session s on s.organization_id = f.organization_id and s.id = f.session_id
                                 where f.organization_id = l.organization_id and f.staff_id = l.staff_id
                                   and s.local_date between l.from_date and l.to_date and s.starts_at > :now
                                   and s.cancelled_at is null),
                               (select count(*) from sessions.cover c
                                 where c.organization_id = l.organization_id and c.leave_id = l.id)
                        from sessions.leave l
                        join organizations.public_staff p on p.organization_id = l.organization_id and p.id = l.staff_id
                        where l.organization_id = :organization and l.to_date >= :day and l.withdrawn_at is null
                          and (cast(:only as uuid) is null or l.id = :only)
                        order by l.from_date, p.given_name, l.id
                        """)
                .param("organization", organization())
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("only", only)
                .query((row, number) ->
                        new Leave(
                                row.getObject(1, UUID.class),
                                new StaffId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class),
                                row.getInt(6),
                                row.getInt(7)))
                .list();
    }

    /** Whether another leave of this person holds on one of the days. */
    boolean overlaps(UUID leave, StaffId staff, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select exists (select from sessions.leave
                            where organization_id = :organization and staff_id = :staff and id <> :leave
                              and from_date <= :to and to_date >= :from and withdrawn_at is null)
                        """)
                .param("organization", organization())
                .param("leave", leave)
                .param("staff", staff.value())
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    boolean known(StaffId staff) {
        return jdbc.sql(
                        """
                        select exists (select from organizations.public_staff
                            where organization_id = :organization and id = :staff and left_on is null)
                        """)
                .param("organization", organization())
                .param("staff", staff.value())
                .query(Boolean.class)
                .single();
    }

    void add(UUID id, StaffId staff, LocalDate from, LocalDate to, Instant now) {
        jdbc.sql(
                        """
                        insert into sessions.leave (organization_id, id, staff_id, from_date, to_date, created_at)
                        values (:organization, :id, :staff, :from, :to, :now)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("staff", staff.value())
                .param("from", from)
                .param("to", to)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update sessions.leave set withdrawn_at = :now
                        where organization_id = :organization and id = :id and withdrawn_at is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The sessions of a leave that are still ahead, covered or not, in order. */
    List<Of> sessions(Leave leave, Instant now) {
        return jdbc.sql(
                        """
                        select s.id, s.site_id, s.title, s.local_date, s.starts_at, s.ends_at, s.zone, w.part, w.covers,
                               coalesce(concat(p.given_name, ' ', p.family_name), '')
                        from (select f.session_id, f.part, cast(null as uuid) as covers from sessions.facilitator f
                               where f.organization_id = :organization and f.staff_id = :staff
                              union all
                              select c.session_id, c.part, c.staff_id from sessions.cover c
                               where c.organization_id = :organization and c.leave_id = :leave) w
                        join sessions.session s on s.organization_id = :organization and s.id = w.session_id
                         and s.local_date between :from and :to and s.starts_at > :now and s.cancelled_at is null
                        left join organizations.public_staff p on p.organization_id = :organization and p.id = w.covers
                        order by s.starts_at, s.id
                        """)
                .param("organization", organization())
                .param("leave", leave.id())
                .param("staff", leave.staff().value())
                .param("from", leave.from())
                .param("to", leave.to())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var covers = row.getObject(9, UUID.class);
                    return new Of(
                            new SessionId(row.getObject(1, UUID.class)),
                            new SiteId(row.getObject(2, UUID.class)),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getTimestamp(5).toInstant(),
                            row.getTimestamp(6).toInstant(),
                            ZoneId.of(row.getString(7)),
                            row.getString(8),
                            covers == null ? null : new StaffId(covers),
                            covers == null ? "" : row.getString(10));
                })
                .list();
    }

    /** The person leads the session no more. */
    void release(SessionId session, StaffId staff) {
        jdbc.sql(
                        """
                        delete from sessions.facilitator
                        where organization_id = :organization and session_id = :session and staff_id = :staff
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("staff", staff.value())
                .update();
    }

    /** The person leads the session; one who was its second so far leads it now. */
    void assign(SessionId session, StaffId staff, String part) {
        release(session, staff);
        jdbc.sql(
                        """
                        insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
                        select organization_id, id, :staff, :part, taken from sessions.session
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("staff", staff.value())
                .param("part", part)
                .update();
    }

    void cover(UUID leave, SessionId session, StaffId staff, String part) {
        jdbc.sql(
                        """
                        insert into sessions.cover (organization_id, leave_id, session_id, staff_id, part)
                        values (:organization, :leave, :session, :staff, :part)
                        """)
                .param("organization", organization())
                .param("leave", leave)
                .param("session", session.value())
                .param("staff", staff.value())
                .param("part", part)
                .update();
    }

    void uncover(UUID leave, SessionId session) {
        jdbc.sql(
                        """
                        delete from sessions.cover
                        where organization_id = :organization and leave_id = :leave and session_id = :session
                        """)
                .param("organization", organization())
                .param("leave", leave)
                .param("session", session.value())
                .update();
    }

    /** Sessions ahead, of the next days, that nobody leads or that lost their room. */
    List<Bare> bare(Instant now, Instant until) {
        return jdbc.sql(
                        """
                        select s.id, s.site_id, s.title, s.local_date,
                               not exists (select from sessions.facilitator f
                                   where f.organization_id = s.organization_id and f.session_id = s.id)
                        from sessions.session s
                        join sessions.pattern b on b.organization_id = s.organization_id and b.id = s.pattern_id
                        where s.organization_id = :organization and s.starts_at > :now and s.starts_at < :until
                          and s.cancelled_at is null
                          and (not exists (select from sessions.facilitator f
                                   where f.organization_id = s.organization_id and f.session_id = s.id)
                               or (s.room_id is null and b.room_id is not null and s.modality = 'IN_PERSON' and not s.changed))
                        order by s.starts_at, s.id
                        """)
                .param("organization", organization())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Bare(
                                new SessionId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getBoolean(5)))
                .list();
    }

    /** A session without anybody who leads it, or without its room. */
    record Bare(SessionId session, UUID site, String title, LocalDate date, boolean nobody) {}

    /** Staff whose last good credential ends soon, and how many sessions they lead after that. */
    List<Ending> ending(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        with last as materialized (
                            select c.staff_id, max(coalesce(c.expires_on, 'infinity')) as expires_on,
                                   (array_agg(c.code order by c.expires_on desc nulls first))[1] as code
                            from organizations.public_credential c
                            where c.organization_id = :organization
                            group by c.staff_id)
                        select p.id, concat(p.given_name, ' ', p.family_name), last.code, last.expires_on,
                               (select count(*) from sessions.facilitator f
                                  join sessions.session s on s.organization_id = f.organization_id and s.id = f.session_id
                                 where f.organization_id = p.organization_id and f.staff_id = p.id
                                   and s.local_date > last.expires_on and s.cancelled_at is null)
                        from last
                        join organizations.public_staff p on p.organization_id = :organization and p.id = last.staff_id
                         and p.left_on is null
                        where last.expires_on between :from and :to
                        order by last.expires_on, p.given_name
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new Ending(
                                new StaffId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getInt(5)))
                .list();
    }

    /** A credential that ends, and the sessions that are booked beyond it. */
    record Ending(StaffId staff, String name, String code, LocalDate on, int sessions) {}

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
