package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
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

    /**
     * What an exempted coverage's payer left of one day that may not be asked.
     *
     * @param exemption that holds on the day
     * @param left deductible, coinsurance and copayment by the payer's answers, less than nothing
     *     where it took back more
     * @param since when the first of these answers was posted
     */
    record Left(UUID exemption, Money left, Instant since) {}

    /**
     * What payers of exempted coverages left as deductible, coinsurance or copayment (PR 1, 2, 3),
     * by day. An answer whose rest went on to the next payer leaves nothing here.
     */
    Map<LocalDate, Left> left(ClientId client) {
        var days = new HashMap<LocalDate, Left>();
        jdbc.sql(
                        """
                        with exempted as materialized (
                            select x.id, v.contract_id, greatest(x.from_date, v.effective_from) as from_date,
                                   least(coalesce(x.to_date, 'infinity'), coalesce(v.effective_to, 'infinity')) as to_date
                            from cashier.exemption x
                            join clients.public_coverage v
                              on v.organization_id = :organization and v.id = x.coverage_id
                            where x.organization_id = :organization and x.client_id = :client
                              and x.lifted_at is null),
                        claims as materialized (
                            select id, contract_id, from_date from billing.public_claim
                            where organization_id = :organization and client_id = :client),
                        answered as materialized (
                            select c.contract_id, coalesce(p.local_date, c.from_date) as day, r.posted_at,
                                   (select coalesce(sum(a.cents), 0)
                                    from unnest(p.group_codes, p.reason_codes, p.adjustment_cents)
                                        as a(group_code, reason, cents)
                                    where a.group_code = 'PR' and a.reason in ('1', '2', '3')) as cents
                            from claims c
                            join billing.public_posting p
                              on p.organization_id = :organization and p.claim_id = c.id
                            join billing.public_remittance r
                              on r.organization_id = :organization and r.id = p.remittance_id
                            where p.unmatched_reason is distinct from 'OTHER_PAYEE'
                              and coalesce(
                                  (select sum(case when (t.credit = 'CLIENT') = (t.cents > 0) then 1 else -1 end)
                                   from receivables.public_transfer t
                                   where t.organization_id = :organization and t.claim_id = c.id
                                     and t.event = 'FORWARDED' and (t.debit = 'CLIENT' or t.credit = 'CLIENT')
                                     and r.posted_at <= t.at), 0) = 0)
                        select a.day, (array_agg(x.id order by x.id))[1] as id, sum(a.cents)::bigint as cents,
                               min(a.posted_at) as since
                        from answered a
                        cross join lateral (
                            select x.id from exempted x
                            where x.contract_id = a.contract_id and a.day between x.from_date and x.to_date
                            order by x.id limit 1) x
                        group by a.day
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            new Left(
                                    row.getObject("id", UUID.class),
                                    new Money(row.getLong("cents")),
                                    row.getObject("since", OffsetDateTime.class).toInstant()));
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
