package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the payers that were asked about the days of one claim. */
@Component
class TurnRecords {

    private final JdbcClient jdbc;

    TurnRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every payer's turn, the first payer's first; that of the claim itself among them. */
    List<ClaimDetail.Turn> of(ClaimId claim) {
        return jdbc.sql(
                        """
                        with recursive before as (
                            select id, follows_id from billing.claim
                            where organization_id = :organization and id = :claim
                            union all
                            select c.id, c.follows_id
                            from before b
                            join billing.claim c on c.organization_id = :organization and c.id = b.follows_id),
                        after as (
                            select id from before where follows_id is null
                            union all
                            select f.id
                            from after a
                            join billing.standing_follower f
                                on f.organization_id = :organization and f.follows_id = a.id)
                        select c.id, c.number, c.turn, c.sent_by, k.payer_name,
                               case c.turn when 1 then c.charge_cents else c.remaining_cents end as asked,
                               coalesce(s.paid, 0) as paid, coalesce(s.remaining, 0) as remaining, s.decided_on,
                               coalesce(s.forwarded, false) as forwarded,
                               case when not exists (select from billing.standing_follower f
                                                      where f.organization_id = c.organization_id
                                                        and f.follows_id = c.id)
                                    then (select n.payer_name from billing.next_coverage n
                                           where n.organization_id = c.organization_id and n.claim_id = c.id)
                               end as next_payer
                        from (select id from after union select :claim) a
                        join billing.claim c on c.organization_id = :organization and c.id = a.id
                        join payers.public_contract k on k.organization_id = :organization and k.id = c.contract_id
                        left join lateral (
                            select sum(o.paid_cents)::bigint as paid,
                                   sum(o.patient_responsibility_cents)::bigint as remaining,
                                   max(r.answered_on) as decided_on,
                                   bool_or(o.claim_status in ('19', '20', '21')) as forwarded
                            from billing.posting o
                            join billing.remittance r
                                on r.organization_id = o.organization_id and r.id = o.remittance_id
                            where o.organization_id = c.organization_id and o.claim_id = c.id) s on true
                        order by c.turn, c.generation
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("claim", claim.value())
                .query((row, number) ->
                        new ClaimDetail.Turn(
                                new ClaimId(row.getObject("id", UUID.class)),
                                row.getString("number"),
                                row.getInt("turn"),
                                row.getString("payer_name"),
                                row.getString("sent_by").equals("PAYER"),
                                new Money(row.getLong("asked")),
                                new Money(row.getLong("paid")),
                                new Money(row.getLong("remaining")),
                                row.getObject("decided_on", LocalDate.class),
                                row.getBoolean("forwarded"),
                                row.getString("next_payer")))
                .list();
    }
}
