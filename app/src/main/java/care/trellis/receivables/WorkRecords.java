package care.trellis.receivables;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.Keys;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Seal;
import care.trellis.billing.ClaimId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that writes what people do about denials. What they say of it is sealed. */
@Component
class WorkRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    WorkRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "receivables words");
    }

    /** Puts a denial on record if it is not yet, and holds it until the transaction ends. */
    void lock(Denial denial, Instant now) {
        jdbc.sql(
                        """
                        insert into receivables.denial (organization_id, claim_id, reason_code, cause, opened_at)
                        values (:organization, :claim, :reason, :cause, :now)
                        on conflict (organization_id, claim_id) do nothing
                        """)
                .param("organization", organization())
                .param("claim", denial.claim().value())
                .param("reason", denial.reason())
                .param("cause", denial.cause().name())
                .param("now", now.atOffset(UTC))
                .update();
        jdbc.sql(
                        """
                        select from receivables.denial
                        where organization_id = :organization and claim_id = :claim for update
                        """)
                .param("organization", organization())
                .param("claim", denial.claim().value())
                .query((row, number) -> "")
                .single();
    }

    void own(ClaimId claim, Permit permit) {
        jdbc.sql(
                        """
                        update receivables.denial set owner_id = :account, owner_name = :name
                        where organization_id = :organization and claim_id = :claim
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .param("account", permit.actor().account())
                .param("name", permit.actor().name())
                .update();
    }

    void release(ClaimId claim) {
        jdbc.sql(
                        """
                        update receivables.denial set owner_id = null, owner_name = null
                        where organization_id = :organization and claim_id = :claim
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .update();
    }

    void wait(ClaimId claim, Instant since) {
        jdbc.sql(
                        """
                        update receivables.denial set waiting_since = :since
                        where organization_id = :organization and claim_id = :claim
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .param("since", since.atOffset(UTC))
                .update();
    }

    /** False when it is closed already. */
    boolean close(ClaimId claim, Prevention prevention, Money won, Instant now, UUID account) {
        return jdbc.sql(
                                """
                                update receivables.denial
                                   set closed_at = :now, closed_by = :account, prevention = :prevention,
                                       won_cents = :won
                                 where organization_id = :organization and claim_id = :claim and closed_at is null
                                """)
                        .param("organization", organization())
                        .param("claim", claim.value())
                        .param("now", now.atOffset(UTC))
                        .param("account", account)
                        .param("prevention", prevention.name())
                        .param("won", won.cents())
                        .update()
                == 1;
    }

    void step(ClaimId claim, DenialStep.Kind kind, String words, Instant now, Permit permit) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into receivables.denial_step (organization_id, id, claim_id, kind, words, at, account_id,
                            account_name)
                        values (:organization, :id, :claim, :kind, :words, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("claim", claim.value())
                .param("kind", kind.name())
                .param("words", seal.closeText(words, organization(), id))
                .param("now", now.atOffset(UTC))
                .param("account", permit.actor().account())
                .param("name", permit.actor().name())
                .update();
    }

    /** What was done, the newest first. */
    List<DenialStep> steps(ClaimId claim) {
        return jdbc.sql(
                        """
                        select id, kind, words, at, account_name from receivables.denial_step
                        where organization_id = :organization and claim_id = :claim
                        order by at desc, id desc
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query((row, number) ->
                        new DenialStep(
                                DenialStep.Kind.valueOf(row.getString("kind")),
                                seal.openText(
                                        row.getBytes("words"),
                                        organization(),
                                        row.getObject("id", UUID.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("account_name")))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
