package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.engine.x12.statuses.Status;
import care.trellis.engine.x12.statuses.StatusReport;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of questions where claims stand, and of their answers. */
@Component
class StatusRecords {

    private final JdbcClient jdbc;

    StatusRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void asked(UUID id, ClaimId claim, FileId file, String trace, Instant at, UUID account) {
        jdbc.sql(
                        """
                        insert into billing.status_question (organization_id, id, claim_id, file_id, trace, at, account_id)
                        values (:organization, :id, :claim, :file, :trace, :at, :account)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("claim", claim.value())
                .param("file", file.value())
                .param("trace", trace)
                .param("at", at.atOffset(UTC))
                .param("account", account)
                .update();
    }

    /** The claim that was asked about under a trace. */
    Optional<ClaimId> claim(String trace) {
        return jdbc.sql(
                        """
                        select claim_id from billing.status_question
                        where organization_id = :organization and trace = :trace
                        """)
                .param("organization", organization())
                .param("trace", trace)
                .query((row, number) -> new ClaimId(row.getObject(1, UUID.class)))
                .optional();
    }

    void answered(ClaimId claim, UUID source, StatusReport said, Status status, Instant at) {
        jdbc.sql(
                        """
                        insert into billing.status_answer (organization_id, id, claim_id, source_id, category, code, entity,
                            payer_claim_number, at)
                        values (:organization, :id, :claim, :source, :category, :code, :entity, :number, :at)
                        on conflict (organization_id, claim_id, source_id, category, code, entity) do nothing
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("claim", claim.value())
                .param("source", source)
                .param("category", status.category())
                .param("code", status.code())
                .param("entity", status.entity())
                .param("number", said.payerClaimNumber())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /**
     * The file of a question was refused by its receiver: the answer is that there will be none
     * (E0, an error in what was asked).
     */
    void refused(long controlNumber, UUID source, Instant at) {
        jdbc.sql(
                        """
                        insert into billing.status_answer (organization_id, id, claim_id, source_id, category, code, at)
                        select q.organization_id, gen_random_uuid(), q.claim_id, :source, 'E0', 'unread', :at
                        from billing.file f
                        join billing.status_question q on q.organization_id = f.organization_id and q.file_id = f.id
                        where f.organization_id = :organization and f.direction = 'OUT' and f.control_number = :number
                        on conflict (organization_id, claim_id, source_id, category, code, entity) do nothing
                        """)
                .param("organization", organization())
                .param("number", controlNumber)
                .param("source", source)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Questions and answers about a claim, the newest first. */
    List<StatusAnswer> of(ClaimId claim) {
        return jdbc.sql(
                        """
                        select category, code, entity, payer_claim_number, at from billing.status_answer
                        where organization_id = :organization and claim_id = :claim
                        union all
                        select null, null, null, null, at from billing.status_question
                        where organization_id = :organization and claim_id = :claim
                        order by at desc, category nulls last
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query((row, number) -> {
                    var category = row.getString("category");
                    return new StatusAnswer(
                            category,
                            category == null
                                    ? "The payer was asked"
                                    : StatusAnswer.words(
                                            category,
                                            row.getString("code"),
                                            row.getString("entity")),
                            row.getString("payer_claim_number"),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
