package care.trellis.benefits;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of days ahead that no payer covers. */
@Repository
class AheadRecords {

    private final JdbcClient jdbc;

    AheadRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Open stays with a day within two weeks that no payer covers, from today or the first day on.
     *
     * @param sites none means every site
     */
    List<Ahead> own(LocalDate today, ZoneId zone, Collection<UUID> sites) {
        return own(today, zone, null, sites);
    }

    /** The same of one client. */
    List<Ahead> own(LocalDate today, ZoneId zone, ClientId client) {
        return own(today, zone, client.value(), List.of());
    }

    private List<Ahead> own(
            LocalDate today, ZoneId zone, @Nullable UUID client, Collection<UUID> sites) {
        return jdbc.sql(
                        """
                        with stay as materialized (
                            select e.client_id, n.given_name, n.family_name, e.admitted_on,
                                   greatest(:today, e.admitted_on) as day
                            from episodes.public_episode e
                            join clients.public_client n on n.organization_id = :organization and n.id = e.client_id
                            where e.organization_id = :organization and e.discharged_on is null
                              and (cast(:client as uuid) is null or e.client_id = :client)
                              and (:everywhere or n.site_id = any(:sites))
                              and not exists (
                                  select from clients.public_coverage v
                                  where v.organization_id = :organization and v.client_id = e.client_id
                                    and v.effective_from <= greatest(:today, e.admitted_on)
                                    and (v.effective_to is null
                                         or v.effective_to >= greatest(:today, e.admitted_on) + 13)))
                        select s.client_id, s.given_name, s.family_name, s.admitted_on, own.day as own_from,
                               t.at as turned_at, g.id, g.days_per_week, g.weeks, g.per_day_cents, g.total_cents, g.at,
                               g.account_name, planned.first_week, planned.second_week, planned.past
                        from stay s
                        cross join lateral (
                            select s.day + min(n) as day from generate_series(0, 13) as n
                            where not exists (
                                select from clients.public_coverage v
                                where v.organization_id = :organization and v.client_id = s.client_id
                                  and v.effective_from <= s.day + n
                                  and (v.effective_to is null or v.effective_to >= s.day + n))) own
                        left join benefits.turn t on t.organization_id = :organization and t.client_id = s.client_id
                        left join lateral (
                            select e.*, greatest((e.at at time zone :zone)::date, s.admitted_on) + 7 * e.weeks as ends
                            from benefits.estimate e
                            where e.organization_id = :organization and e.client_id = s.client_id
                              and e.kind = 'GOOD_FAITH'
                            order by e.at desc, e.id desc limit 1) g on true
                        cross join lateral (
                            select count(distinct local_date) filter (where local_date < own.day + 7)::int as first_week,
                                   count(distinct local_date)
                                       filter (where local_date between own.day + 7 and own.day + 13)::int as second_week,
                                   min(local_date) filter (where local_date >= g.ends) as past
                            from sessions.public_roster
                            where organization_id = :organization and client_id = s.client_id
                              and local_date between own.day and own.day + 20) planned
                        where own.day is not null
                        order by s.client_id, s.admitted_on
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client)
                .param("today", today)
                .param("zone", zone.getId())
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) -> ahead(row, zone))
                .list();
    }

    private static Ahead ahead(ResultSet row, ZoneId zone) throws SQLException {
        var turned = row.getObject("turned_at", OffsetDateTime.class);
        int first = row.getInt("first_week");
        int second = row.getInt("second_week");
        return new Ahead(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("own_from", LocalDate.class),
                turned == null ? null : LocalDate.ofInstant(turned.toInstant(), zone),
                given(row),
                Math.min(first, second),
                Math.max(first, second),
                row.getObject("past", LocalDate.class));
    }

    private static @Nullable Given given(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return id == null
                ? null
                : new Given(
                        new EstimateId(id),
                        Given.Kind.GOOD_FAITH,
                        row.getInt("days_per_week"),
                        row.getInt("weeks"),
                        new Money(row.getLong("per_day_cents")),
                        new Money(row.getLong("total_cents")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account_name"));
    }
}
