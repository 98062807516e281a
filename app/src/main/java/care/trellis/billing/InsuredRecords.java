package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.billing.ClaimFacts.Cover;
import care.trellis.billing.ClaimFacts.Patient;
import care.trellis.billing.Insured.Covered;
import care.trellis.billing.Insured.Placed;
import care.trellis.billing.Insured.Stayed;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads who patients are to a payer: once for each client, however many days. */
@Component
class InsuredRecords {

    private final JdbcClient jdbc;

    InsuredRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These clients as the claims of a contract know them, by name. */
    List<Insured> of(ContractId contract, Collection<UUID> clients, Instant now) {
        var ids = Columns.of(clients, client -> client);
        var coverages = coverages(contract, ids);
        var stays = stays(contract, ids);
        return jdbc.sql(
                        """
                        select p.id, p.given_name, p.family_name, p.birth_date, p.sex,
                               a.address_line, a.city, a.state, a.postal_code, s.time_zone,
                               (select max(n.signed_on)
                                  from clients.public_consent n
                                 where n.organization_id = p.organization_id and n.client_id = p.id
                                   and n.kind = 'PAYMENT' and n.revoked_on is null
                                   and (n.expires_on is null
                                        or n.expires_on >= (:now at time zone s.time_zone)::date)) as consent
                        from clients.public_client p
                        join clients.public_address a
                            on a.organization_id = p.organization_id and a.client_id = p.id
                        join organizations.public_site s on s.organization_id = p.organization_id and s.id = p.site_id
                        where p.organization_id = :organization and p.id = any(:clients::uuid[])
                        order by p.family_name, p.given_name, p.id
                        """)
                .param("organization", organization())
                .param("now", now.atOffset(UTC))
                .param("clients", ids)
                .query((row, number) -> {
                    var patient = patient(row);
                    return new Insured(
                            patient,
                            row.getObject("consent", LocalDate.class),
                            ZoneId.of(row.getString("time_zone")),
                            coverages.getOrDefault(patient.id().value(), List.of()),
                            stays.getOrDefault(patient.id().value(), List.of()));
                })
                .list();
    }

    private static Patient patient(ResultSet row) throws SQLException {
        return new Patient(
                new ClientId(row.getObject("id", UUID.class)),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("address_line"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"));
    }

    private Map<UUID, List<Covered>> coverages(ContractId contract, @Nullable String[] clients) {
        var coverages = new HashMap<UUID, List<Covered>>();
        jdbc.sql(
                        """
                        select client_id, id, member_id, group_number, effective_from, effective_to
                        from clients.public_coverage
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and contract_id = :contract
                        order by client_id, priority, effective_from desc
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .param("clients", clients)
                .query(row -> {
                    coverages
                            .computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new ArrayList<>())
                            .add(
                                    new Covered(
                                            row.getObject("effective_from", LocalDate.class),
                                            row.getObject("effective_to", LocalDate.class),
                                            new Cover(
                                                    row.getObject("id", UUID.class),
                                                    row.getString("member_id"),
                                                    row.getString("group_number"))));
                });
        return coverages;
    }

    private Map<UUID, List<Stayed>> stays(ContractId contract, @Nullable String[] clients) {
        var placements = placements(clients);
        var stays = new HashMap<UUID, List<Stayed>>();
        jdbc.sql(
                        """
                        select e.client_id, e.id, e.admitted_on, e.discharged_on, r.part_2, r.level_of_care,
                               exists (select
                                         from billing.claim c
                                        where c.organization_id = e.organization_id
                                          and c.client_id = e.client_id and c.contract_id = :contract
                                          and c.from_date >= e.admitted_on) as billed_before
                        from episodes.public_episode e
                        join organizations.public_program r
                            on r.organization_id = e.organization_id and r.id = e.program_id
                        where e.organization_id = :organization and e.client_id = any(:clients::uuid[])
                        order by e.client_id, e.admitted_on desc
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .param("clients", clients)
                .query(row -> {
                    var episode = row.getObject("id", UUID.class);
                    stays.computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new ArrayList<>())
                            .add(
                                    new Stayed(
                                            episode,
                                            row.getObject("admitted_on", LocalDate.class),
                                            row.getObject("discharged_on", LocalDate.class),
                                            placements.getOrDefault(episode, List.of()),
                                            row.getString("level_of_care"),
                                            row.getBoolean("part_2"),
                                            row.getBoolean("billed_before")));
                });
        return stays;
    }

    /** By episode. */
    private Map<UUID, List<Placed>> placements(@Nullable String[] clients) {
        var placements = new HashMap<UUID, List<Placed>>();
        jdbc.sql(
                        """
                        select l.episode_id, l.from_date, l.level_of_care
                        from episodes.public_episode e
                        join episodes.public_placement l
                            on l.organization_id = e.organization_id and l.episode_id = e.id
                        where e.organization_id = :organization and e.client_id = any(:clients::uuid[])
                        order by l.from_date desc
                        """)
                .param("organization", organization())
                .param("clients", clients)
                .query(row -> {
                    placements
                            .computeIfAbsent(
                                    row.getObject("episode_id", UUID.class),
                                    episode -> new ArrayList<>())
                            .add(
                                    new Placed(
                                            row.getObject("from_date", LocalDate.class),
                                            row.getString("level_of_care")));
                });
        return placements;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
