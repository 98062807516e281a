package care.trellis.benefits;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is to be checked. */
@Repository
class DueRecords {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    DueRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Coverages that hold today, of those who are in a program or will be, whose time it is; the
     * first to come stand first.
     *
     * @param sites none means every site
     * @param newcomers also those who have no stay yet
     */
    List<Due> due(LocalDate today, ZoneId zone, Collection<UUID> sites, boolean newcomers) {
        return jdbc
                .sql(
                        """
                        with here as materialized (
                            select client_id, min(admitted_on) as admitted_on
                            from episodes.public_episode
                            where organization_id = :organization and discharged_on is null
                            group by client_id
                            union all
                            select n.id, null
                            from clients.public_client n
                            where :newcomers and n.organization_id = :organization
                              and not exists (select from episodes.public_episode e
                                               where e.organization_id = n.organization_id and e.client_id = n.id))
                        select h.client_id, h.admitted_on, n.given_name, n.family_name, n.site_id, v.id as coverage_id,
                               v.payer_name, v.contract_id, l.at as checked_at, l.state,
                               case when l.at is null or t.at > l.at then t.at end as changed_at, i.asked_at
                        from here h
                        join clients.public_client n on n.organization_id = :organization and n.id = h.client_id
                        join clients.public_coverage v
                          on v.organization_id = :organization and v.client_id = h.client_id
                         and v.effective_from <= greatest(:today, h.admitted_on)
                         and (v.effective_to is null or v.effective_to >= :today)
                        left join benefits.turn t
                          on t.organization_id = :organization and t.client_id = h.client_id
                        left join lateral (
                            select k.at, k.state from benefits.verification k
                            where k.organization_id = :organization and k.coverage_id = v.id
                            order by k.at desc limit 1) l on true
                        left join lateral (
                            select q.asked_at from benefits.inquiry q
                            where q.organization_id = :organization and q.coverage_id = v.id and q.answered_at is null
                            order by q.asked_at desc limit 1) i on true
                        where :everywhere or n.site_id = any(:sites)
                        order by h.admitted_on desc nulls first, n.family_name, n.given_name, v.priority
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("today", today)
                .param("newcomers", newcomers)
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) -> due(row, today, zone))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private static Optional<Due> due(ResultSet row, LocalDate today, ZoneId zone)
            throws SQLException {
        var checked = day(row, "checked_at", zone);
        var state = row.getString("state");
        var contract = row.getObject("contract_id", UUID.class);
        var client = new ClientId(row.getObject("client_id", UUID.class));
        var coverage = new CoverageId(row.getObject("coverage_id", UUID.class));
        var name = row.getString("given_name") + " " + row.getString("family_name");
        var site = row.getObject("site_id", UUID.class);
        var payer = row.getString("payer_name");
        var admitted = row.getObject("admitted_on", LocalDate.class);
        var asked = instant(row, "asked_at");
        return Recheck.due(
                        checked,
                        state == null ? null : Findings.State.valueOf(state),
                        day(row, "changed_at", zone),
                        today)
                .map(why ->
                        new Due(
                                client,
                                coverage,
                                name,
                                site,
                                payer,
                                contract == null ? null : new ContractId(contract),
                                admitted,
                                why,
                                checked,
                                asked));
    }

    private static @Nullable LocalDate day(ResultSet row, String column, ZoneId zone)
            throws SQLException {
        var at = instant(row, column);
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Stream.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .findFirst()
                .orElse(null);
    }
}
