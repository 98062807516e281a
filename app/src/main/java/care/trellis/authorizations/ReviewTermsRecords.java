package care.trellis.authorizations;

import care.trellis.base.NotFound;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.payers.ContractId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How payers decide: what was typed for a contract, and what they did. */
@Repository
class ReviewTermsRecords {

    private final JdbcClient jdbc;

    ReviewTermsRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The terms of one contract: those that were typed, else the clocks of its law.
     *
     * @throws NotFound when there is no such contract
     */
    ReviewTerms of(OrganizationId organization, ContractId contract) {
        return of(organization, List.of(contract)).values().stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    Map<ContractId, ReviewTerms> of(OrganizationId organization, Collection<ContractId> contracts) {
        var terms = new HashMap<ContractId, ReviewTerms>();
        jdbc.sql(
                        """
                        select k.id, k.payer_name, k.claim_filing_code, t.decision_hours, t.peer_days, t.appeal_days,
                               t.criteria, t.phone, t.portal, t.script
                        from payers.public_contract k
                        left join authorizations.review_terms t
                               on t.organization_id = k.organization_id and t.contract_id = k.id
                        where k.organization_id = :organization and k.id = any(:contracts)
                        """)
                .param("organization", organization.value())
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query(row -> {
                    var one = terms(row);
                    terms.put(one.contract(), one);
                });
        return terms;
    }

    private static ReviewTerms terms(ResultSet row) throws SQLException {
        var contract = new ContractId(row.getObject("id", UUID.class));
        var regime = Regime.of(row.getString("claim_filing_code"));
        var hours = row.getObject("decision_hours", Integer.class);
        if (hours == null) {
            return ReviewTerms.byLaw(contract, row.getString("payer_name"), regime);
        }
        var criteria = row.getString("criteria");
        return new ReviewTerms(
                contract,
                row.getString("payer_name"),
                regime,
                hours,
                row.getInt("peer_days"),
                row.getInt("appeal_days"),
                criteria == null ? null : Criteria.valueOf(criteria),
                row.getString("phone"),
                row.getString("portal"),
                row.getString("script"),
                true);
    }

    void save(Permit permit, ReviewTerms terms) {
        var criteria = terms.criteria();
        jdbc.sql(
                        """
                        insert into authorizations.review_terms (organization_id, contract_id, decision_hours, peer_days,
                            appeal_days, criteria, phone, portal, script)
                        values (:organization, :contract, :hours, :peerDays, :appealDays, :criteria, :phone, :portal,
                            :script)
                        on conflict (organization_id, contract_id) do update
                        set decision_hours = excluded.decision_hours, peer_days = excluded.peer_days,
                            appeal_days = excluded.appeal_days, criteria = excluded.criteria, phone = excluded.phone,
                            portal = excluded.portal, script = excluded.script
                        """)
                .param("organization", permit.organization().value())
                .param("contract", terms.contract().value())
                .param("hours", terms.decisionHours())
                .param("peerDays", terms.peerDays())
                .param("appealDays", terms.appealDays())
                .param("criteria", criteria == null ? null : criteria.name())
                .param("phone", terms.phone())
                .param("portal", terms.portal())
                .param("script", terms.script())
                .update();
    }

    /** What the payer did under the contract since the day. */
    PayerMemory memory(OrganizationId organization, ContractId contract, LocalDate since) {
        return jdbc.sql(
                        """
                        select count(*) as decided, count(*) filter (where state = 'DENIED') as denied,
                               round(avg(units_granted) filter (where state = 'APPROVED'), 1) as average,
                               percentile_disc(0.5) within group (order by decided_on - requested_on)
                                   filter (where decided_on >= requested_on) as usual
                        from authorizations.authorization
                        where organization_id = :organization and contract_id = :contract
                          and state in ('APPROVED', 'DENIED') and decided_on >= :since
                        """)
                .param("organization", organization.value())
                .param("contract", contract.value())
                .param("since", since)
                .query((row, number) -> {
                    BigDecimal average = row.getBigDecimal("average");
                    return new PayerMemory(
                            row.getInt("decided"),
                            row.getInt("denied"),
                            average,
                            row.getObject("usual", Integer.class));
                })
                .single();
    }
}
