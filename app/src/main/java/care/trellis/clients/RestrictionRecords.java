package care.trellis.clients;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of restrictions. */
@Repository
class RestrictionRecords {

    private final JdbcClient jdbc;

    RestrictionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Restriction> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, coverage_id, from_date, to_date, asked_on, recorded_by, lifted_at is not null as lifted
                        from clients.restriction
                        where organization_id = :organization and client_id = :client
                        order by recorded_at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> {
                    var coverage = row.getObject("coverage_id", UUID.class);
                    return new Restriction(
                            new RestrictionId(row.getObject("id", UUID.class)),
                            coverage == null ? null : new CoverageId(coverage),
                            row.getObject("from_date", LocalDate.class),
                            row.getObject("to_date", LocalDate.class),
                            row.getObject("asked_on", LocalDate.class),
                            row.getString("recorded_by"),
                            row.getBoolean("lifted"));
                })
                .list();
    }

    void insert(
            UUID id,
            ClientId client,
            @Nullable CoverageId coverage,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate askedOn,
            String by,
            Instant now) {
        jdbc.sql(
                        """
                        insert into clients.restriction (organization_id, id, client_id, coverage_id, from_date, to_date,
                            asked_on, recorded_at, recorded_by)
                        values (:organization, :id, :client, :coverage, :from, :to, :asked, :at, :by)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("coverage", coverage == null ? null : coverage.value())
                .param("from", from)
                .param("to", to)
                .param("asked", askedOn)
                .param("at", now.atOffset(UTC))
                .param("by", by)
                .update();
    }

    /** False when the client has no such restriction in force. */
    boolean lift(ClientId client, RestrictionId id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update clients.restriction set lifted_at = :at, lifted_by = :by
                                where organization_id = :organization and client_id = :client and id = :id
                                  and lifted_at is null
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", id.value())
                        .param("at", now.atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
