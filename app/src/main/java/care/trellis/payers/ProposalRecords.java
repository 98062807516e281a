package care.trellis.payers;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for proposals to change rules and for the answers to them. */
@Component
class ProposalRecords {

    private final JdbcClient jdbc;

    ProposalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of the organization, the latest first. */
    List<Proposal> all() {
        return jdbc.sql(
                        """
                        select p.id, p.contract_id, p.rule_set, p.path, p.value, p.before, p.reason, p.from_date,
                            p.through_date, p.ends_id, e.through_date as ended, p.author_id, p.author_name,
                            p.proposed_at, a.published, a.account_name, a.answered_at
                        from payers.rule_proposal p
                        left join payers.rule_answer a
                            on a.organization_id = p.organization_id and a.proposal_id = p.id
                        cross join lateral (
                            select least(p.through_date, min(ending.through_date)) as through_date
                            from payers.rule_proposal ending
                            join payers.rule_answer said on said.organization_id = ending.organization_id
                                and said.proposal_id = ending.id and said.published
                            where ending.organization_id = p.organization_id and ending.ends_id = p.id) e
                        where p.organization_id = :organization
                        order by p.proposed_at desc, p.id
                        """)
                .param("organization", organization())
                .query(ProposalRecords::proposal)
                .list();
    }

    void add(
            Permit permit,
            ProposalId id,
            ContractId contract,
            String ruleSet,
            OverrideDetails details,
            String before,
            LocalDate from,
            @Nullable ProposalId ends,
            Instant now) {
        jdbc.sql(
                        """
                        insert into payers.rule_proposal (organization_id, id, contract_id, rule_set, path, value,
                            before, reason, from_date, through_date, ends_id, author_id, author_name, proposed_at)
                        values (:organization, :id, :contract, :ruleSet, :path, :value, :before, :reason, :from,
                            :through, :ends, :author, :name, :now)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("contract", contract.value())
                .param("ruleSet", ruleSet)
                .param("path", details.path())
                .param("value", details.value())
                .param("before", before)
                .param("reason", details.reason())
                .param("from", from)
                .param("through", details.through())
                .param("ends", ends == null ? null : ends.value())
                .param("author", permit.actor().account())
                .param("name", permit.actor().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False where somebody has answered it before. */
    boolean answer(Permit permit, Proposal proposal, @Nullable UUID replay, Instant now) {
        return jdbc.sql(
                                """
                                insert into payers.rule_answer (organization_id, proposal_id, author_id, published,
                                    replay_id, account_id, account_name, answered_at)
                                values (:organization, :proposal, :author, :published, :replay, :account, :name, :now)
                                on conflict (organization_id, proposal_id) do nothing
                                """)
                        .param("organization", organization())
                        .param("proposal", proposal.id().value())
                        .param("author", proposal.author())
                        .param("published", replay != null)
                        .param("replay", replay)
                        .param("account", permit.actor().account())
                        .param("name", permit.actor().name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Waits for whoever else is changing the rules of the contract. */
    void lock(ContractId contract) {
        jdbc.sql(
                        """
                        select id from payers.contract
                        where organization_id = :organization and id = :contract
                        for update
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        var ends = row.getObject("ends_id", UUID.class);
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("rule_set"),
                row.getString("path"),
                row.getString("value"),
                row.getString("before"),
                row.getString("reason"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("through_date", LocalDate.class),
                ends == null ? null : new ProposalId(ends),
                row.getObject("ended", LocalDate.class),
                row.getObject("author_id", UUID.class),
                row.getString("author_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                answered == null
                        ? null
                        : new Proposal.Answer(
                                row.getBoolean("published"),
                                row.getString("account_name"),
                                answered.toInstant()));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
