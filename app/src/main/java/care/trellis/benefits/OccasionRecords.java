package care.trellis.benefits;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what makes good-faith estimates due. */
@Repository
class OccasionRecords {

    private final JdbcClient jdbc;

    OccasionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the clock of stays that lie ahead, once for each. */
    void scheduled(ClientId client, LocalDate today, Instant now) {
        jdbc.sql(
                        """
                        insert into benefits.occasion (organization_id, id, client_id, kind, episode_id, at)
                        select organization_id, id, client_id, 'SCHEDULED', id, :at
                        from episodes.public_episode
                        where organization_id = :organization and client_id = :client and discharged_on is null
                          and admitted_on > :today
                        on conflict do nothing
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("today", today)
                .param("at", now.atOffset(UTC))
                .update();
    }

    /** Writes down that the client asked. */
    void asked(UUID id, ClientId client, String whom, Instant now) {
        jdbc.sql(
                        """
                        insert into benefits.occasion (organization_id, id, client_id, kind, account_name, at)
                        values (:organization, :id, :client, 'ASKED', :name, :at)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("name", whom)
                .param("at", now.atOffset(UTC))
                .update();
    }

    /**
     * What is to be given to those whom no payer covers, the first to be late at the top. An
     * estimate counts when it was given on the day of the occasion or later.
     *
     * @param sites none means every site
     */
    List<OwedEstimate> owed(LocalDate today, ZoneId zone, Collection<UUID> sites) {
        return jdbc
                .sql(
                        """
                        with given as materialized (
                            select client_id, max(at) as at from benefits.estimate
                            where organization_id = :organization and kind = 'GOOD_FAITH'
                            group by client_id)
                        select o.client_id, n.given_name, n.family_name, o.kind, o.at, o.account_name, e.admitted_on,
                               g.at as given_at
                        from benefits.occasion o
                        join clients.public_client n on n.organization_id = :organization and n.id = o.client_id
                        left join episodes.public_episode e
                          on e.organization_id = :organization and e.id = o.episode_id and e.discharged_on is null
                        left join given g on g.client_id = o.client_id
                        where o.organization_id = :organization and (:everywhere or n.site_id = any(:sites))
                          and (o.kind = 'ASKED' or e.id is not null)
                          and not exists (
                              select from clients.public_coverage v
                              where v.organization_id = :organization and v.client_id = o.client_id
                                and v.effective_from <= greatest(:today, e.admitted_on)
                                and (v.effective_to is null or v.effective_to >= coalesce(e.admitted_on, :today)))
                        """)
                .param("organization", organization())
                .param("today", today)
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) -> {
                    var on = day(row.getObject("at", OffsetDateTime.class), zone);
                    var given = row.getObject("given_at", OffsetDateTime.class);
                    if (given != null && !day(given, zone).isBefore(on)) {
                        return Optional.<OwedEstimate>empty();
                    }
                    var client = new ClientId(row.getObject("client_id", UUID.class));
                    var name = row.getString("given_name") + " " + row.getString("family_name");
                    var occasion = Occasion.valueOf(row.getString("kind"));
                    var firstDay = row.getObject("admitted_on", LocalDate.class);
                    var whom = row.getString("account_name");
                    return occasion.giveBy(on, firstDay)
                            .map(giveBy ->
                                    new OwedEstimate(
                                            client,
                                            name,
                                            occasion,
                                            on,
                                            firstDay,
                                            giveBy,
                                            whom == null ? Role.ADMISSIONS.label() : whom));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparing(OwedEstimate::giveBy)
                                .thenComparing(OwedEstimate::name))
                .toList();
    }

    private static LocalDate day(OffsetDateTime at, ZoneId zone) {
        return LocalDate.ofInstant(at.toInstant(), zone);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
