package care.trellis.receivables;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.receivables.Overview.DeniedCause;
import care.trellis.receivables.Overview.PayerAge;
import care.trellis.receivables.Overview.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the figures: what is open now, and what was answered within the periods compared. */
@Component
class OverviewRecords {

    /** First answers: one row a claim, with what was denied of it then. */
    private static final String ANSWERED =
            """
            with first as materialized (
                select p.claim_id, min(r.posted_at) as at
                from billing.public_remittance r
                join billing.public_posting p on p.organization_id = r.organization_id and p.remittance_id = r.id
                where r.organization_id = :organization and r.posted_at >= :since and p.claim_id is not null
                  and p.claim_status <> '22'
                group by p.claim_id),
            answered as materialized (
                select f.claim_id, f.at >= :turn as recent, c.charge_cents, k.payer_name,
                       extract(epoch from f.at - c.submitted_at) / 86400 as days,
                       (select coalesce(sum(a.amount_cents), 0)
                          from billing.public_posting p
                          join billing.public_remittance r
                            on r.organization_id = p.organization_id and r.id = p.remittance_id
                          join billing.public_adjustment a
                            on a.organization_id = p.organization_id and a.posting_id = p.id
                         where p.organization_id = :organization and p.claim_id = f.claim_id and r.posted_at = f.at
                           and a.group_code <> 'PR'
                           and not receivables.is_contractual(a.group_code, a.reason_code)) as denied
                from first f
                join billing.public_claim c on c.organization_id = :organization and c.id = f.claim_id
                join payers.public_contract k on k.organization_id = :organization and k.id = c.contract_id
                join clients.public_client n on n.organization_id = :organization and n.id = c.client_id
                where :everywhere or n.site_id = any(:sites))
            """;

    private final JdbcClient jdbc;

    OverviewRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PayerAge> payers(LocalDate today, Collection<UUID> sites) {
        var ages = Overview.AGES;
        return jdbc.sql(
                        """
                        select k.payer_name, count(*) as claims,
                               coalesce(sum(b.payer_cents) filter (where :today - c.through_date <= :a), 0) as a,
                               coalesce(sum(b.payer_cents) filter (where :today - c.through_date > :a
                                   and :today - c.through_date <= :b), 0) as b,
                               coalesce(sum(b.payer_cents) filter (where :today - c.through_date > :b
                                   and :today - c.through_date <= :c), 0) as c,
                               coalesce(sum(b.payer_cents) filter (where :today - c.through_date > :c
                                   and :today - c.through_date <= :d), 0) as d,
                               coalesce(sum(b.payer_cents) filter (where :today - c.through_date > :d), 0) as e
                        from receivables.balance b
                        join billing.public_claim c on c.organization_id = b.organization_id and c.id = b.claim_id
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                        where b.organization_id = :organization and b.payer_cents <> 0
                          and (:everywhere or n.site_id = any(:sites))
                        group by k.payer_name
                        order by sum(b.payer_cents) desc, k.payer_name
                        """)
                .param("organization", organization())
                .param("today", today)
                .param("a", ages.get(0))
                .param("b", ages.get(1))
                .param("c", ages.get(2))
                .param("d", ages.get(3))
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) ->
                        new PayerAge(
                                row.getString("payer_name"),
                                List.of(
                                        new Money(row.getLong("a")),
                                        new Money(row.getLong("b")),
                                        new Money(row.getLong("c")),
                                        new Money(row.getLong("d")),
                                        new Money(row.getLong("e"))),
                                row.getInt("claims")))
                .list();
    }

    Money clients(Collection<UUID> sites) {
        return new Money(
                jdbc.sql(
                                """
                                select coalesce(sum(o.cents), 0)
                                from receivables.public_client_owed o
                                join clients.public_client n
                                  on n.organization_id = o.organization_id and n.id = o.client_id
                                where o.organization_id = :organization
                                  and (:everywhere or n.site_id = any(:sites))
                                """)
                        .param("organization", organization())
                        .param("everywhere", sites.isEmpty())
                        .param("sites", sites.toArray(UUID[]::new))
                        .query(Long.class)
                        .single());
    }

    Money unmatched() {
        return new Money(
                jdbc.sql(
                                """
                                select coalesce(sum(paid_cents), 0) from billing.public_posting
                                where organization_id = :organization and unmatched_reason is not null
                                  and unmatched_reason <> 'OTHER_PAYEE'
                                """)
                        .param("organization", organization())
                        .query(Long.class)
                        .single());
    }

    Money payerBalance() {
        return new Money(
                jdbc.sql(
                                """
                                select coalesce(sum(cents), 0) from receivables.transfer
                                where organization_id = :organization and debit = 'PAYER_BALANCE'
                                """)
                        .param("organization", organization())
                        .query(Long.class)
                        .single());
    }

    /** Charges of claims that went out for the first time since then. */
    Money charged(Instant since, Collection<UUID> sites) {
        return new Money(
                jdbc.sql(
                                """
                                select coalesce(sum(c.charge_cents), 0)
                                from billing.public_claim c
                                join clients.public_client n
                                  on n.organization_id = c.organization_id and n.id = c.client_id
                                where c.organization_id = :organization and c.submitted_at >= :since
                                  and c.generation = 1 and (:everywhere or n.site_id = any(:sites))
                                """)
                        .param("organization", organization())
                        .param("since", since.atOffset(UTC))
                        .param("everywhere", sites.isEmpty())
                        .param("sites", sites.toArray(UUID[]::new))
                        .query(Long.class)
                        .single());
    }

    /** One payer in one period; all payers together stand under an empty name. */
    record Answered(String payer, boolean recent, Period period, @Nullable Double days) {}

    List<Answered> answered(Instant since, Instant turn, Collection<UUID> sites) {
        return jdbc.sql(
                        ANSWERED
                                + """
                                select coalesce(payer_name, '') as payer, recent, count(*) as claims,
                                       count(*) filter (where denied <= 0) as clean,
                                       sum(charge_cents)::bigint as charged,
                                       sum(greatest(denied, 0))::bigint as denied,
                                       percentile_cont(0.5) within group (order by days) as days
                                from answered
                                group by grouping sets ((payer_name, recent), (recent))
                                """)
                .param("organization", organization())
                .param("since", since.atOffset(UTC))
                .param("turn", turn.atOffset(UTC))
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query(OverviewRecords::answered)
                .list();
    }

    private static Answered answered(ResultSet row, int number) throws SQLException {
        return new Answered(
                row.getString("payer"),
                row.getBoolean("recent"),
                new Period(
                        row.getInt("claims"),
                        row.getInt("clean"),
                        new Money(row.getLong("charged")),
                        new Money(row.getLong("denied"))),
                row.getDouble("days"));
    }

    /** What was denied since then, by cause, the most first. */
    List<DeniedCause> causes(Instant since, Collection<UUID> sites) {
        var denied = new EnumMap<Cause, Money>(Cause.class);
        var claims = new EnumMap<Cause, Integer>(Cause.class);
        jdbc.sql(
                        """
                        select a.reason_code, sum(a.amount_cents)::bigint as cents, count(distinct p.claim_id) as claims
                        from billing.public_remittance r
                        join billing.public_posting p
                          on p.organization_id = r.organization_id and p.remittance_id = r.id
                        join billing.public_adjustment a
                          on a.organization_id = p.organization_id and a.posting_id = p.id
                        join billing.public_claim c on c.organization_id = p.organization_id and c.id = p.claim_id
                        join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                        where r.organization_id = :organization and r.posted_at >= :since and a.group_code <> 'PR'
                          and not receivables.is_contractual(a.group_code, a.reason_code)
                          and (:everywhere or n.site_id = any(:sites))
                        group by a.reason_code
                        having sum(a.amount_cents) > 0
                        """)
                .param("organization", organization())
                .param("since", since.atOffset(UTC))
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query(row -> {
                    var cause = Cause.of(row.getString(1), false, true);
                    denied.merge(cause, new Money(row.getLong(2)), Money::plus);
                    claims.merge(cause, row.getInt(3), Integer::sum);
                });
        var found = new ArrayList<DeniedCause>();
        denied.forEach((cause, amount) ->
                found.add(new DeniedCause(cause, amount, claims.getOrDefault(cause, 0))));
        found.sort(Comparator.comparing(DeniedCause::denied).reversed());
        return found;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
