package care.trellis.receivables;

import care.trellis.authorizations.Regime;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.billing.ClaimId;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL that finds denials. It begins at what is open, so its cost grows with the work that there
 * is, not with the years.
 */
@Component
class DenialRecords {

    private static final String OPEN =
            """
            select b.claim_id, b.payer_cents, c.number, c.client_id, n.given_name, n.family_name, c.contract_id,
                   k.payer_name, k.claim_filing_code, k.correction_days, c.from_date, c.through_date, c.charge_cents, t.appeal_days,
                   a.answered_on, a.paid_cents, a.remarks, w.owner_name, w.waiting_since,
                   exists (select from receivables.decision d
                            where d.organization_id = b.organization_id and d.claim_id = b.claim_id
                              and d.answered_at is null) as asked,
                   exists (select from authorizations.public_authorization g
                            where g.organization_id = c.organization_id and g.client_id = c.client_id
                              and g.number = c.authorization_number and g.from_date <= c.from_date
                              and g.to_date >= c.through_date) as authorized
            from receivables.balance b
            join billing.public_claim c on c.organization_id = b.organization_id and c.id = b.claim_id
            join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
            join payers.public_contract k on k.organization_id = c.organization_id and k.id = c.contract_id
            left join authorizations.public_terms t
              on t.organization_id = c.organization_id and t.contract_id = c.contract_id
            left join receivables.denial w
              on w.organization_id = b.organization_id and w.claim_id = b.claim_id and w.closed_at is null
            join lateral (
                select max(r.answered_on) as answered_on,
                       sum(p.paid_cents)::bigint as paid_cents,
                       coalesce(array_agg(distinct m.remark) filter (where m.remark is not null), '{}') as remarks
                from billing.public_posting p
                join billing.public_remittance r
                  on r.organization_id = p.organization_id and r.id = p.remittance_id
                left join lateral unnest(p.remarks) as m(remark) on true
                where p.organization_id = b.organization_id and p.claim_id = b.claim_id) a
              on a.answered_on is not null
            where b.organization_id = :organization and b.payer_cents <> 0 and b.payer_cents > 0
              and (:everywhere or n.site_id = any(:sites))
            """;

    private final JdbcClient jdbc;

    DenialRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What closed denials of a payer and reason came to. */
    record History(int closed, int won) {}

    List<Denial> open(Collection<UUID> sites) {
        return denials(
                jdbc.sql(OPEN)
                        .param("organization", organization())
                        .param("everywhere", sites.isEmpty())
                        .param("sites", sites.toArray(UUID[]::new))
                        .query((row, number) -> new Row(row))
                        .list());
    }

    Optional<Denial> open(ClaimId claim, Collection<UUID> sites) {
        return denials(
                        jdbc.sql(OPEN + " and b.claim_id = :claim")
                                .param("organization", organization())
                                .param("everywhere", sites.isEmpty())
                                .param("sites", sites.toArray(UUID[]::new))
                                .param("claim", claim.value())
                                .query((row, number) -> new Row(row))
                                .list())
                .stream()
                .findFirst();
    }

    /** What was read of one open claim, before its reasons are known. */
    private record Row(
            UUID claim,
            long open,
            String number,
            UUID client,
            String name,
            UUID contract,
            String payer,
            int appealDays,
            int correctionDays,
            LocalDate from,
            LocalDate through,
            long charge,
            LocalDate answeredOn,
            boolean paidBefore,
            List<String> remarks,
            @Nullable String owner,
            @Nullable OffsetDateTime waitingSince,
            boolean asked,
            boolean authorized) {

        Row(ResultSet row) throws SQLException {
            this(
                    row.getObject("claim_id", UUID.class),
                    row.getLong("payer_cents"),
                    row.getString("number"),
                    row.getObject("client_id", UUID.class),
                    row.getString("given_name") + " " + row.getString("family_name"),
                    row.getObject("contract_id", UUID.class),
                    row.getString("payer_name"),
                    appealDays(row),
                    row.getInt("correction_days"),
                    row.getObject("from_date", LocalDate.class),
                    row.getObject("through_date", LocalDate.class),
                    row.getLong("charge_cents"),
                    row.getObject("answered_on", LocalDate.class),
                    row.getLong("paid_cents") > 0,
                    List.of((String[]) row.getArray("remarks").getArray()),
                    row.getString("owner_name"),
                    row.getObject("waiting_since", OffsetDateTime.class),
                    row.getBoolean("asked"),
                    row.getBoolean("authorized"));
        }

        private static int appealDays(ResultSet row) throws SQLException {
            int own = row.getInt("appeal_days");
            return row.wasNull() ? Regime.of(row.getString("claim_filing_code")).appealDays() : own;
        }
    }

    private List<Denial> denials(List<Row> rows) {
        var reasons = reasons(rows.stream().map(Row::claim).toArray(UUID[]::new));
        var history = history();
        return rows.stream()
                .map(row -> denial(row, reasons.getOrDefault(row.claim(), List.of()), history))
                .toList();
    }

    private static Denial denial(
            Row row, List<Denial.Reason> reasons, Map<String, History> history) {
        var code = reasons.isEmpty() ? "" : reasons.getFirst().code();
        var cause = Cause.of(code, row.authorized(), row.paidBefore());
        var past = history.getOrDefault(row.payer() + "\n" + code, new History(0, 0));
        return new Denial(
                new ClaimId(row.claim()),
                row.number(),
                new ClientId(row.client()),
                row.name(),
                new ContractId(row.contract()),
                row.payer(),
                row.from(),
                row.through(),
                new Money(row.charge()),
                new Money(row.open()),
                reasons,
                row.remarks(),
                cause,
                row.answeredOn(),
                row.answeredOn().plusDays(row.appealDays()),
                row.answeredOn().plusDays(row.correctionDays()),
                Chance.of(cause, past.closed(), past.won()),
                cause.minutes(),
                past.closed(),
                row.owner(),
                row.waitingSince() == null ? null : row.waitingSince().toInstant(),
                row.asked());
    }

    /** What payers gave as reasons, less what they took back; contract and client left out. */
    private Map<UUID, List<Denial.Reason>> reasons(UUID[] claims) {
        var found = new HashMap<UUID, List<Denial.Reason>>();
        jdbc.sql(
                        """
                        select p.claim_id, a.group_code, a.reason_code, sum(a.amount_cents)::bigint as cents
                        from billing.public_posting p
                        join billing.public_adjustment a
                          on a.organization_id = p.organization_id and a.posting_id = p.id
                        where p.organization_id = :organization and p.claim_id = any(:claims)
                          and a.group_code <> 'PR'
                          and not receivables.is_contractual(a.group_code, a.reason_code)
                        group by p.claim_id, a.group_code, a.reason_code
                        having sum(a.amount_cents) > 0
                        order by p.claim_id, cents desc, a.reason_code
                        """)
                .param("organization", organization())
                .param("claims", claims)
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("claim_id", UUID.class),
                                    claim -> new ArrayList<>())
                            .add(
                                    new Denial.Reason(
                                            row.getString("group_code"),
                                            row.getString("reason_code"),
                                            new Money(row.getLong("cents"))));
                });
        return found;
    }

    /** By payer and reason, what became of the denials that were closed. */
    private Map<String, History> history() {
        var found = new HashMap<String, History>();
        jdbc.sql(
                        """
                        select k.payer_name, d.reason_code, count(*) as closed,
                               count(*) filter (where d.won_cents > 0) as won
                        from receivables.denial d
                        join billing.public_claim c on c.organization_id = d.organization_id and c.id = d.claim_id
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where d.organization_id = :organization and d.closed_at is not null
                        group by k.payer_name, d.reason_code
                        """)
                .param("organization", organization())
                .query(row -> {
                    found.put(
                            row.getString(1) + "\n" + row.getString(2),
                            new History(row.getInt(3), row.getInt(4)));
                });
        return found;
    }

    /** Denials that somebody worked and that owe nothing any more. */
    List<Finished> finished(Collection<UUID> sites) {
        return jdbc.sql(
                        """
                        select w.claim_id, c.number, n.given_name, n.family_name, k.payer_name, w.reason_code, w.cause,
                               (select coalesce(sum(t.cents), 0)
                                  from receivables.transfer t
                                 where t.organization_id = w.organization_id and t.claim_id = w.claim_id
                                   and t.debit in ('CASH', 'UNMATCHED') and t.credit = 'PAYER' and t.at > w.opened_at)
                                   as won
                        from receivables.denial w
                        join receivables.balance b on b.organization_id = w.organization_id and b.claim_id = w.claim_id
                        join billing.public_claim c on c.organization_id = w.organization_id and c.id = w.claim_id
                        join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where w.organization_id = :organization and w.closed_at is null and b.payer_cents <= 0
                          and (:everywhere or n.site_id = any(:sites))
                        order by w.opened_at
                        """)
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) ->
                        new Finished(
                                new ClaimId(row.getObject("claim_id", UUID.class)),
                                row.getString("number"),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getString("payer_name"),
                                row.getString("reason_code"),
                                Cause.valueOf(row.getString("cause")),
                                new Money(row.getLong("won"))))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
