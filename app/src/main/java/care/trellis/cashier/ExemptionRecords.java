package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of exemptions from cost sharing. */
@Repository
class ExemptionRecords {

    private final JdbcClient jdbc;

    ExemptionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClientId client, Exemption exemption) {
        jdbc.sql(
                        """
                        insert into cashier.exemption (organization_id, id, client_id, coverage_id, from_date, to_date,
                            source, recorded_at, recorded_by)
                        values (:organization, :id, :client, :coverage, :from, :to, :source, :at, :by)
                        """)
                .param("organization", organization())
                .param("id", exemption.id().value())
                .param("client", client.value())
                .param("coverage", exemption.coverage().value())
                .param("from", exemption.from())
                .param("to", exemption.to())
                .param("source", exemption.source().name())
                .param("at", exemption.at().atOffset(UTC))
                .param("by", exemption.by())
                .update();
    }

    /** Every exemption of a client, the newest first. */
    List<Exemption> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, coverage_id, from_date, to_date, source, recorded_at, recorded_by,
                               lifted_at is not null as lifted
                        from cashier.exemption
                        where organization_id = :organization and client_id = :client
                        order by recorded_at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Exemption(
                                new ExemptionId(row.getObject("id", UUID.class)),
                                new CoverageId(row.getObject("coverage_id", UUID.class)),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("to_date", LocalDate.class),
                                Exemption.Source.valueOf(row.getString("source")),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                row.getString("recorded_by"),
                                row.getBoolean("lifted")))
                .list();
    }

    /** False when the client has no such exemption in force. */
    boolean lift(ClientId client, ExemptionId id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update cashier.exemption set lifted_at = :at, lifted_by = :by
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

    /** Days that an exempted coverage's payer answered, with the exemption that holds on each. */
    Map<LocalDate, UUID> days(ClientId client) {
        var days = new HashMap<LocalDate, UUID>();
        jdbc.sql(
                        """
                        with answered as materialized (
                            select distinct c.contract_id, coalesce(p.local_date, c.from_date) as day
                            from billing.public_claim c
                            join billing.public_posting p
                              on p.organization_id = :organization and p.claim_id = c.id
                            where c.organization_id = :organization and c.client_id = :client)
                        select a.day, x.id
                        from cashier.exemption x
                        join clients.public_coverage v
                          on v.organization_id = :organization and v.id = x.coverage_id
                        join answered a
                          on a.contract_id = v.contract_id and a.day >= x.from_date
                         and a.day <= coalesce(x.to_date, 'infinity')
                         and a.day >= v.effective_from and a.day <= coalesce(v.effective_to, 'infinity')
                        where x.organization_id = :organization and x.client_id = :client and x.lifted_at is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class), row.getObject("id", UUID.class));
                });
        return days;
    }

    /**
     * The last day of which Medicare said so itself, by a remark of its answer (N781 of the
     * deductible, N782 of coinsurance, N783 of a copay), and on which no exemption is on record.
     */
    Optional<LocalDate> said(ClientId client) {
        return jdbc.sql(
                        """
                        select max(coalesce(p.local_date, c.from_date))
                        from billing.public_claim c
                        join billing.public_posting p on p.organization_id = :organization and p.claim_id = c.id
                        where c.organization_id = :organization and c.client_id = :client
                          and p.remarks && array['N781', 'N782', 'N783']
                          and not exists (
                              select from cashier.exemption x
                              where x.organization_id = :organization and x.client_id = :client
                                and x.lifted_at is null and x.from_date <= coalesce(p.local_date, c.from_date)
                                and coalesce(x.to_date, 'infinity') >= coalesce(p.local_date, c.from_date))
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
