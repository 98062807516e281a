package care.trellis.receivables;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.billing.ClaimId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of decisions that take two people. */
@Component
class DecisionRecords {

    private final JdbcClient jdbc;

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when another decision on the claim waits already. */
    boolean ask(
            UUID id,
            ClaimId claim,
            Decision.Kind kind,
            Money amount,
            String reason,
            Instant now,
            UUID account) {
        return jdbc.sql(
                                """
                                insert into receivables.decision (organization_id, id, claim_id, kind, cents, reason,
                                    asked_at, asked_by)
                                values (:organization, :id, :claim, :kind, :cents, :reason, :now, :account)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("claim", claim.value())
                        .param("kind", kind.name())
                        .param("cents", amount.cents())
                        .param("reason", reason)
                        .param("now", now.atOffset(UTC))
                        .param("account", account)
                        .update()
                == 1;
    }

    /** What waits for a second person; empty sites mean every site. */
    List<Decision> waiting(Collection<UUID> sites, UUID reader) {
        return jdbc.sql(
                        """
                        select d.id, d.claim_id, c.number, n.given_name, n.family_name, k.payer_name, d.kind, d.cents,
                               d.reason, d.asked_at, d.asked_by = :reader as mine
                        from receivables.decision d
                        join billing.public_claim c on c.organization_id = d.organization_id and c.id = d.claim_id
                        join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where d.organization_id = :organization and d.answered_at is null
                          and (:everywhere or n.site_id = any(:sites))
                        order by d.asked_at
                        """)
                .param("organization", organization())
                .param("reader", reader)
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) ->
                        new Decision(
                                new DecisionId(row.getObject("id", UUID.class)),
                                new ClaimId(row.getObject("claim_id", UUID.class)),
                                row.getString("number"),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getString("payer_name"),
                                Decision.Kind.valueOf(row.getString("kind")),
                                new Money(row.getLong("cents")),
                                row.getString("reason"),
                                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("mine")))
                .list();
    }

    /** False when somebody was faster. */
    boolean answer(DecisionId id, boolean approved, Instant now, UUID account) {
        return jdbc.sql(
                                """
                                update receivables.decision
                                   set answered_at = :now, answered_by = :account, approved = :approved
                                 where organization_id = :organization and id = :id and answered_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("now", now.atOffset(UTC))
                        .param("account", account)
                        .param("approved", approved)
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
