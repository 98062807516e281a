package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.SiteId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind the planning of a single session. */
@Component
class PlannerRecords {

    private final JdbcClient jdbc;

    PlannerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PlanningSite> sites(Permit permit) {
        return jdbc.sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", permit.organization().value())
                .query((row, number) ->
                        new PlanningSite(
                                new SiteId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                ZoneId.of(row.getString(3))))
                .list();
    }

    List<Candidate> people(Permit permit, SiteId site, LocalDate day) {
        return jdbc.sql(
                        """
                        select distinct on (c.given_name, c.family_name, c.id) e.id, c.id, c.given_name,
                               c.family_name, e.admitted_on
                        from clients.public_client c
                        join episodes.public_episode e on e.organization_id = c.organization_id and e.client_id = c.id
                         and e.admitted_on <= :day and (e.discharged_on is null or e.discharged_on >= :day)
                        where c.organization_id = :organization and c.site_id = :site
                        order by c.given_name, c.family_name, c.id, e.admitted_on desc
                        """)
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .param("day", day)
                .query((row, number) ->
                        new Candidate(
                                new EpisodeId(row.getObject(1, UUID.class)),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class)))
                .list();
    }

    List<Conflict> conflicts(Permit permit, UUID key, NewSession wanted) {
        var zone =
                sites(permit).stream()
                        .filter(it -> it.site().equals(wanted.site()))
                        .map(PlanningSite::zone)
                        .findFirst()
                        .orElse(ZoneId.of("UTC"));
        var when = SessionCalendar.on(wanted.date(), wanted.starts(), wanted.minutes(), zone);
        return jdbc.sql(
                        """
                        with taken as (
                            select s.organization_id, s.id, s.title, s.starts_at, s.ends_at
                            from sessions.session s
                            where s.organization_id = :organization and s.cancelled_at is null and s.id <> :key
                              and s.local_date between cast(:date as date) - 1 and cast(:date as date) + 1
                              and s.starts_at < :ends and s.ends_at > :starts)
                        select 'CLIENT', concat(c.given_name, ' ', left(c.family_name, 1), '.'), t.title, t.starts_at,
                               t.ends_at
                        from taken t
                        join sessions.seat e on e.organization_id = t.organization_id and e.session_id = t.id
                         and e.client_id = :client and e.removed_at is null
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        order by 4, 1, 2
                        """)
                .param("organization", permit.organization().value())
                .param("key", key)
                .param("date", wanted.date())
                .param("starts", when.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", when.endsAt().atOffset(ZoneOffset.UTC))
                .param("client", wanted.client().value())
                .query((row, number) ->
                        new Conflict(
                                Conflict.Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getTimestamp(5).toInstant(),
                                null))
                .list();
    }
}
