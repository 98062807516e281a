package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of claims whose next payer's turn it is. */
@Component
class NextPayerRecords {

    /**
     * Decided: every line was answered, or the claim as a whole, and something was left to the
     * client. A payer that forwarded the claim itself leaves nothing to send, once the next payer
     * is known here. Found along the coverages that are not a client's first: few have one.
     */
    private static final String WAITING =
            """
            with later as materialized (
                select distinct client_id from clients.public_coverage
                where organization_id = :organization and priority > 1
                  and (cast(:client as uuid) is null or client_id = :client)),
            decided as materialized (
                select c.id, c.number, c.client_id, c.contract_id, c.from_date, c.through_date, c.turn,
                       sum(o.paid_cents)::bigint as paid, sum(o.patient_responsibility_cents)::bigint as remaining,
                       max(r.answered_on) as decided_on,
                       bool_or(o.claim_line_id is null and o.charge_cents = c.charge_cents) as whole,
                       bool_or(o.claim_status in ('19', '20', '21')) as forwarded
                from later v
                join billing.claim c on c.organization_id = :organization and c.client_id = v.client_id
                join billing.posting o on o.organization_id = c.organization_id and o.claim_id = c.id
                join billing.remittance r on r.organization_id = o.organization_id and r.id = o.remittance_id
                where c.turn < 3 and c.frequency <> '8'
                  and not exists (select from billing.claim p
                                   where p.organization_id = c.organization_id and p.replaces_id = c.id)
                  and not exists (select from billing.standing_follower f
                                   where f.organization_id = c.organization_id and f.follows_id = c.id)
                group by c.id, c.number, c.client_id, c.contract_id, c.from_date, c.through_date, c.turn
                having sum(o.patient_responsibility_cents) > 0)
            select d.id, d.number, d.client_id, p.given_name, p.family_name, d.from_date, d.through_date, d.turn, d.paid,
                   d.remaining, d.decided_on, k.payer_name, n.payer_name as next_payer, n.contract_id as next_contract,
                   d.decided_on + q.later_payer_days as files_by
            from decided d
            join billing.next_coverage n on n.organization_id = :organization and n.claim_id = d.id
            join payers.public_contract k on k.organization_id = :organization and k.id = d.contract_id
            left join payers.public_contract q on q.organization_id = :organization and q.id = n.contract_id
            join clients.public_client p on p.organization_id = :organization and p.id = d.client_id
            where (:everywhere or p.site_id = any(:sites::uuid[]))
              and (not d.forwarded or n.contract_id is null)
              and (d.whole or not exists (
                      select from billing.claim_line l
                      where l.organization_id = :organization and l.claim_id = d.id
                        and not exists (select from billing.posting o
                                         where o.organization_id = :organization and o.claim_id = l.claim_id
                                           and o.claim_line_id = l.id)))
            order by files_by nulls first, p.family_name, p.given_name, d.number
            """;

    private final JdbcClient jdbc;

    NextPayerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for its next payer at these sites, the next deadline first. */
    List<NextPayer> waiting(Collection<UUID> sites) {
        return waiting(null, sites);
    }

    /** What waits for a next payer of this client, at any site. */
    List<NextPayer> waiting(ClientId client) {
        return waiting(client.value(), List.of());
    }

    private List<NextPayer> waiting(@Nullable UUID client, Collection<UUID> sites) {
        return jdbc.sql(WAITING)
                .param("organization", organization())
                .param("client", client)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .query(NextPayerRecords::next)
                .list();
    }

    private static NextPayer next(ResultSet row, int number) throws SQLException {
        var contract = row.getObject("next_contract", UUID.class);
        return new NextPayer(
                new ClaimId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("through_date", LocalDate.class),
                row.getString("payer_name"),
                row.getObject("decided_on", LocalDate.class),
                new Money(row.getLong("paid")),
                new Money(row.getLong("remaining")),
                row.getInt("turn") + 1,
                row.getString("next_payer"),
                contract == null ? null : new ContractId(contract),
                row.getObject("files_by", LocalDate.class));
    }

    /** A claim to a later payer as it is written down. */
    record Later(ClaimId id, ClaimId follows, String number, FileId file, long remainingCents) {}

    private static final String HEADS =
            """
            insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form, from_date,
                through_date, charge_cents, authorization_number, submitted_at, generation, turn, follows_id, coverage_id,
                remaining_cents, sent_by)
            select c.organization_id, %s, c.client_id, n.contract_id, %s, c.form, c.from_date, c.through_date,
                   c.charge_cents, null, :now,
                   1 + coalesce((select max(f.generation) from billing.claim f
                                  where f.organization_id = c.organization_id and f.client_id = c.client_id
                                    and f.turn = c.turn + 1 and f.from_date <= c.through_date
                                    and f.through_date >= c.from_date), 0),
                   c.turn + 1, c.id, n.coverage_id, %s
            """;

    /** Each line with what the payer before left of it. */
    private static final String LINES =
            """
            insert into billing.claim_line (organization_id, id, claim_id, number, client_id, local_date, session_id,
                procedure_code, revenue_code, modifiers, units, charge_cents, generation, turn, remaining_cents)
            select l.organization_id, gen_random_uuid(), c.id, l.number, l.client_id, l.local_date, l.session_id,
                   l.procedure_code, l.revenue_code, l.modifiers, l.units, l.charge_cents, c.generation, c.turn,
                   coalesce((select sum(o.patient_responsibility_cents) from billing.posting o
                              where o.organization_id = l.organization_id and o.claim_id = l.claim_id
                                and o.claim_line_id = l.id), 0)
            from billing.claim c
            join billing.claim_line l on l.organization_id = c.organization_id and l.claim_id = c.follows_id
            where c.organization_id = :organization and c.id = any(:ids::uuid[])
            """;

    /** Writes claims that went to their next payer in a file of ours. */
    void insert(List<Later> claims, Instant now) {
        jdbc.sql(
                        HEADS.formatted("k.id, k.number", "k.file_id", "k.remaining, 'US'")
                                + """
                                from unnest(:ids::uuid[], :follows::uuid[], :numbers::text[], :files::uuid[],
                                        :remaining::bigint[]) as k(id, follows_id, number, file_id, remaining)
                                join billing.claim c on c.organization_id = :organization and c.id = k.follows_id
                                join billing.next_coverage n on n.organization_id = :organization and n.claim_id = c.id
                                """)
                .param("organization", organization())
                .param("now", now.atOffset(UTC))
                .param("ids", Columns.of(claims, claim -> claim.id().value()))
                .param("follows", Columns.of(claims, claim -> claim.follows().value()))
                .param("numbers", Columns.of(claims, Later::number))
                .param("files", Columns.of(claims, claim -> claim.file().value()))
                .param("remaining", Columns.of(claims, Later::remainingCents))
                .update();
        insertLines(claims.stream().map(Later::id).toList());
    }

    /** A client's claims that their payer says it forwarded, and whose next payer has none yet. */
    List<ClaimId> forwardedOf(ClientId client) {
        return jdbc.sql(
                        """
                        select c.id from billing.claim c
                        where c.organization_id = :organization and c.client_id = :client and c.frequency <> '8'
                          and exists (select from billing.posting o
                                       where o.organization_id = c.organization_id and o.claim_id = c.id
                                         and o.claim_status in ('19', '20', '21'))
                          and not exists (select from billing.claim p
                                           where p.organization_id = c.organization_id and p.replaces_id = c.id)
                          and not exists (select from billing.standing_follower f
                                           where f.organization_id = c.organization_id and f.follows_id = c.id)
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> new ClaimId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Writes claims that their payer forwarded to the next one by itself; those whose client has no
     * further coverage under a contract are passed over.
     */
    List<ClaimId> forwarded(Collection<ClaimId> claims, Instant now) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var written =
                jdbc.sql(
                                HEADS.formatted(
                                                "gen_random_uuid(), c.number || '/' || (c.turn + 1)",
                                                "c.file_id",
                                                """
                                                (select coalesce(sum(o.patient_responsibility_cents), 0) from billing.posting o
                                                  where o.organization_id = c.organization_id and o.claim_id = c.id), 'PAYER'
                                                """)
                                        + """
                                        from billing.claim c
                                        join billing.next_coverage n
                                            on n.organization_id = :organization and n.claim_id = c.id
                                        where c.organization_id = :organization and c.id = any(:claims::uuid[])
                                          and n.contract_id is not null and c.turn < 3
                                          and not exists (select from billing.standing_follower f
                                                           where f.organization_id = c.organization_id
                                                             and f.follows_id = c.id)
                                        returning id
                                        """)
                        .param("organization", organization())
                        .param("now", now.atOffset(UTC))
                        .param("claims", Columns.of(claims, ClaimId::value))
                        .query((row, number) -> new ClaimId(row.getObject(1, UUID.class)))
                        .list();
        insertLines(written);
        return written;
    }

    private void insertLines(List<ClaimId> claims) {
        jdbc.sql(LINES)
                .param("organization", organization())
                .param("ids", Columns.of(claims, ClaimId::value))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
