package care.trellis.payers;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of whether contracts allow fees by income. */
@Repository
class IncomeTermRecords {

    private final JdbcClient jdbc;

    IncomeTermRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, ContractId contract, IncomeTerm term) {
        jdbc.sql(
                        """
                        insert into payers.income_term (organization_id, id, contract_id, from_date, allowed,
                            recorded_at, recorded_by)
                        values (:organization, :id, :contract, :from, :allowed, :at, :by)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id)
                .param("contract", contract.value())
                .param("from", term.from())
                .param("allowed", term.allowed())
                .param("at", term.at().atOffset(UTC))
                .param("by", term.by())
                .update();
    }

    /** What was ever said of a contract, the latest day first. */
    List<IncomeTerm> of(ContractId contract) {
        return jdbc.sql(
                        """
                        select from_date, allowed, recorded_at, recorded_by from payers.income_term
                        where organization_id = :organization and contract_id = :contract
                        order by from_date desc, recorded_at desc, id desc
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("contract", contract.value())
                .query((row, number) ->
                        new IncomeTerm(
                                row.getObject("from_date", LocalDate.class),
                                row.getBoolean("allowed"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                row.getString("recorded_by")))
                .list();
    }
}
