package care.trellis.measures;

import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other rooms publish about one client, as far as a measure needs it. */
@Repository
class SubjectRecords {

    private final JdbcClient jdbc;

    SubjectRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Subject of(ClientId client) {
        return jdbc.sql(
                        """
                        select c.given_name || ' ' || left(c.family_name, 1) || '.' as name, c.sex, c.birth_date,
                               s.time_zone,
                               (select max(e.admitted_on) from episodes.public_episode e
                                 where e.organization_id = :organization and e.client_id = c.id) as admitted_on
                        from clients.public_client c
                        join organizations.public_site s
                          on s.organization_id = c.organization_id and s.id = c.site_id
                        where c.organization_id = :organization and c.id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Subject(
                                client,
                                row.getString("name"),
                                row.getString("sex"),
                                row.getObject("birth_date", LocalDate.class),
                                ZoneId.of(row.getString("time_zone")),
                                row.getObject("admitted_on", LocalDate.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Program days attended since admission, up to and with that day. */
    int treatmentDays(Subject subject, LocalDate until) {
        if (subject.admittedOn() == null) {
            return 0;
        }
        return jdbc.sql(
                        """
                        select count(distinct local_date) from attendance.public_mark
                        where organization_id = :organization and client_id = :client and status = 'PRESENT'
                          and local_date between :from and :until
                        """)
                .param("organization", organization())
                .param("client", subject.client().value())
                .param("from", subject.admittedOn())
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    /** Mondays of the weeks before that day in which the client was expected and never came. */
    List<LocalDate> missedWeeks(ClientId client, LocalDate today) {
        return jdbc.sql(
                        """
                        select date_trunc('week', local_date)::date as monday
                        from attendance.public_mark
                        where organization_id = :organization and client_id = :client and status <> 'EXPECTED'
                          and local_date < date_trunc('week', cast(:today as timestamp))::date
                        group by monday having count(*) filter (where status = 'PRESENT') = 0
                        order by monday
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("today", today)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /** The lead of the client's group that is nearest to that day: who answers an alert first. */
    @Nullable UUID lead(ClientId client, LocalDate day) {
        return jdbc.sql(
                        """
                        select f.staff_id
                        from sessions.public_roster r
                        join sessions.public_facilitator f
                          on f.organization_id = r.organization_id and f.session_id = r.session_id and f.part = 'LEAD'
                        where r.organization_id = :organization and r.client_id = :client
                          and r.local_date between :from and :until
                        order by abs(r.local_date - :day), r.local_date desc
                        limit 1
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("day", day)
                .param("from", day.minusDays(14))
                .param("until", day.plusDays(7))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(null);
    }

    /** The client's newest signed crisis plan. */
    java.util.Optional<UUID> crisisPlan(ClientId client) {
        return jdbc.sql(
                        """
                        select paper_id from papers.public_signed
                        where organization_id = :organization and client_id = :client and form = 'crisis-plan'
                        order by signed_at desc limit 1
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
