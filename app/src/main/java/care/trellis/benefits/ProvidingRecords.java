package care.trellis.benefits;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.LevelOfCare;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who gives a client care and what for. */
@Repository
class ProvidingRecords {

    private final JdbcClient jdbc;

    ProvidingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The program of the client's latest stay, or of their site before there is one; nothing where
     * the site has no program.
     */
    Optional<Providing> of(ClientId client, LocalDate today) {
        var diagnoses = diagnoses(client, today);
        boolean substances = !diagnoses.isEmpty() && diagnoses.getFirst().startsWith("F1");
        return jdbc.sql(
                        """
                        select p.name as program, p.level_of_care, p.program_type, p.part_2, s.name as site, s.npi,
                               case when e.discharged_on is null then e.admitted_on end as admitted_on,
                               s.address_line, s.city, s.state, s.postal_code
                        from clients.public_client n
                        join organizations.public_program p on p.organization_id = :organization
                        join organizations.public_place s
                          on s.organization_id = :organization and s.site_id = p.site_id
                        left join episodes.public_episode e
                          on e.organization_id = :organization and e.client_id = n.id and e.program_id = p.id
                        where n.organization_id = :organization and n.id = :client
                          and (e.id is not null or p.site_id = n.site_id)
                        order by e.discharged_on is null and e.id is not null desc, e.admitted_on desc nulls last,
                                 p.level_of_care = 'IOP' desc, p.name
                        limit 1
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Providing(
                                row.getString("program"),
                                row.getString("site"),
                                known(row.getString("npi")),
                                Stream.of(
                                                row.getString("address_line"),
                                                row.getString("city"),
                                                row.getString("state"),
                                                row.getString("postal_code"))
                                        .filter(part -> part != null && !part.isEmpty())
                                        .collect(Collectors.joining(", ")),
                                known(row.getString("state")),
                                LevelOfCare.valueOf(row.getString("level_of_care")),
                                switch (row.getString("program_type")) {
                                    case "IOP_SUD", "ASAM_1", "ASAM_2.1", "OASAS_IOS" -> true;
                                    case "IOP_PSYCHIATRIC" -> false;
                                    default ->
                                            diagnoses.isEmpty()
                                                    ? row.getBoolean("part_2")
                                                    : substances;
                                },
                                row.getObject("admitted_on", LocalDate.class),
                                diagnoses))
                .optional();
    }

    private List<String> diagnoses(ClientId client, LocalDate today) {
        return jdbc.sql(
                        """
                        select code, description from episodes.public_diagnosis
                        where organization_id = :organization and client_id = :client and system = 'ICD-10-CM'
                          and from_date <= :today and (to_date is null or to_date >= :today)
                        order by rank, code
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("today", today)
                .query((row, number) -> row.getString("code") + " " + row.getString("description"))
                .list();
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
