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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what happened that makes estimates due. */
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
     * Takes back what a client asked; false where it is no question of theirs, or was taken back.
     */
    boolean withdraw(ClientId client, UUID question, String by, Instant now) {
        return jdbc.sql(
                                """
                                update benefits.occasion set withdrawn_at = :at, withdrawn_by = :by
                                where organization_id = :organization and client_id = :client and id = :id
                                  and kind = 'ASKED' and withdrawn_at is null
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", question)
                        .param("at", now.atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /**
     * What is to be given because care was scheduled that no payer covers on its first day, or
     * because a client asked, whoever pays. An estimate counts when it was given on the day of the
     * occasion or later; for who asked, any kind of it.
     *
     * @param sites none means every site
     */
    List<OwedEstimate> owed(ZoneId zone, Collection<UUID> sites) {
        return owed(zone, null, sites);
    }

    /** The same for one client. */
    List<OwedEstimate> owed(ZoneId zone, ClientId client) {
        return owed(zone, client.value(), List.of());
    }

    private List<OwedEstimate> owed(ZoneId zone, @Nullable UUID only, Collection<UUID> sites) {
        return jdbc
                .sql(
                        """
                        with given as materialized (
                            select client_id, max(at) as at, max(at) filter (where kind = 'GOOD_FAITH') as good_faith_at
                            from benefits.estimate
                            where organization_id = :organization
                              and (cast(:only as uuid) is null or client_id = :only)
                            group by client_id)
                        select o.id, o.client_id, n.given_name, n.family_name, o.kind, o.at, o.account_name,
                               e.admitted_on, case o.kind when 'ASKED' then g.at else g.good_faith_at end as given_at
                        from benefits.occasion o
                        join clients.public_client n on n.organization_id = :organization and n.id = o.client_id
                        left join lateral (
                            select p.id, p.admitted_on from episodes.public_episode p
                            where p.organization_id = :organization and p.client_id = o.client_id
                              and p.discharged_on is null and (o.kind = 'ASKED' or p.id = o.episode_id)
                            order by p.admitted_on limit 1) e on true
                        left join given g on g.client_id = o.client_id
                        where o.organization_id = :organization and (:everywhere or n.site_id = any(:sites))
                          and (cast(:only as uuid) is null or o.client_id = :only)
                          and o.withdrawn_at is null
                          and (o.kind = 'ASKED'
                               or e.id is not null
                                  and not exists (
                                      select from clients.public_coverage v
                                      where v.organization_id = :organization and v.client_id = o.client_id
                                        and v.effective_from <= e.admitted_on
                                        and (v.effective_to is null or v.effective_to >= e.admitted_on)))
                        """)
                .param("organization", organization())
                .param("only", only)
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
                    var id = row.getObject("id", UUID.class);
                    return occasion.giveBy(on, firstDay)
                            .map(giveBy ->
                                    new OwedEstimate(
                                            client,
                                            name,
                                            occasion,
                                            on,
                                            firstDay,
                                            giveBy,
                                            whom == null ? Role.ADMISSIONS.label() : whom,
                                            occasion == Occasion.ASKED ? id : null));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static LocalDate day(OffsetDateTime at, ZoneId zone) {
        return LocalDate.ofInstant(at.toInstant(), zone);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
