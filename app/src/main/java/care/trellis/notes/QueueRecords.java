package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what waits for one facilitator. */
@Component
class QueueRecords {

    private final JdbcClient jdbc;

    QueueRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Groups that are over: for the lead those with unsigned notes; for the other those whose notes
     * are signed by somebody else only, or hold lines that this account wrote.
     *
     * @param since the first day of the sites that is looked at
     */
    List<UnsignedGroup> groups(UUID staff, UUID account, LocalDate since, Instant now) {
        return jdbc.sql(
                        """
                        select s.id, s.title, s.local_date, s.ends_at, x.unsigned, x.signed, f.part = 'LEAD'
                        from sessions.public_facilitator f
                        join sessions.public_session s on s.organization_id = f.organization_id and s.id = f.session_id
                            and s.cancelled_at is null and s.ends_at < :now and s.local_date >= :since
                        cross join lateral (
                            select count(*) filter (where n.id is null) as unsigned, count(n.id) as signed,
                                   count(*) filter (where n.id is null and l.written_by = :account) as mine
                            from sessions.public_roster r
                            join attendance.public_mark m on m.organization_id = r.organization_id
                                and m.session_id = r.session_id and m.client_id = r.client_id and m.status = 'PRESENT'
                            left join notes.signed_note n on n.organization_id = r.organization_id
                                and n.session_id = r.session_id and n.client_id = r.client_id
                            left join notes.draft_line l on l.organization_id = r.organization_id
                                and l.session_id = r.session_id and l.client_id = r.client_id
                            where r.organization_id = s.organization_id and r.session_id = s.id) x
                        where f.organization_id = :organization and f.staff_id = :staff
                          and (f.part = 'LEAD' and x.unsigned > 0 or x.mine > 0
                              or f.part <> 'LEAD' and x.signed > 0 and x.unsigned = 0 and not exists (
                                  select from notes.signature g
                                  where g.organization_id = s.organization_id and g.session_id = s.id
                                    and g.account_id = :account))
                        order by s.ends_at
                        """)
                .param("organization", organization())
                .param("staff", staff)
                .param("account", account)
                .param("now", now.atOffset(UTC))
                .param("since", since)
                .query((row, number) ->
                        new UnsignedGroup(
                                new SessionId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getInt(5),
                                row.getInt(6),
                                row.getBoolean(7)))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
