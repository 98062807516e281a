package care.trellis.clients;

import care.trellis.base.OrganizationContext;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of coverages. */
@Repository
class CoverageRecords {

    private static final String COLUMNS =
            "id, contract_id, payer_name, member_id, group_number, priority, effective_from, effective_to";

    private final JdbcClient jdbc;

    CoverageRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Coverage> of(ClientId client) {
        return jdbc.sql(
                        """
                        select %s from clients.coverage
                        where organization_id = :organization and client_id = :client
                        order by effective_to desc nulls first, priority, id
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("client", client.value())
                .query(CoverageRecords::coverage)
                .list();
    }

    Optional<Coverage> find(ClientId client, CoverageId coverage) {
        return jdbc.sql(
                        """
                        select %s from clients.coverage
                        where organization_id = :organization and client_id = :client and id = :id
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("client", client.value())
                .param("id", coverage.value())
                .query(CoverageRecords::coverage)
                .optional();
    }

    Optional<Coverage> bySource(ClientId client, String sourceId) {
        return jdbc.sql(
                        """
                        select %s from clients.coverage
                        where organization_id = :organization and client_id = :client and source_id = :source
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("client", client.value())
                .param("source", sourceId)
                .query(CoverageRecords::coverage)
                .optional();
    }

    boolean isContract(ContractId contract) {
        return jdbc.sql(
                        "select 1 from payers.public_contract where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", contract.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(
            ClientId client, CoverageId coverage, Coverage.Terms terms, @Nullable String sourceId) {
        statement(
                        """
                        insert into clients.coverage (organization_id, id, client_id, contract_id, payer_name,
                            member_id, group_number, priority, effective_from, effective_to, source_id)
                        values (:organization, :id, :client, :contract, :payer, :member, :group, :priority, :from, :to,
                            :source)
                        """,
                        client,
                        coverage,
                        terms)
                .param("source", sourceId)
                .update();
    }

    void update(ClientId client, CoverageId coverage, Coverage.Terms terms) {
        statement(
                        """
                        update clients.coverage
                        set contract_id = :contract, payer_name = :payer, member_id = :member, group_number = :group,
                            priority = :priority, effective_from = :from, effective_to = :to
                        where organization_id = :organization and client_id = :client and id = :id
                        """,
                        client,
                        coverage,
                        terms)
                .update();
    }

    private JdbcClient.StatementSpec statement(
            String sql, ClientId client, CoverageId coverage, Coverage.Terms terms) {
        return jdbc.sql(sql)
                .param("organization", organization())
                .param("client", client.value())
                .param("id", coverage.value())
                .param("contract", terms.contract().map(ContractId::value).orElse(null))
                .param("payer", terms.payerName())
                .param("member", terms.memberId())
                .param("group", terms.groupNumber().isEmpty() ? null : terms.groupNumber())
                .param("priority", terms.priority())
                .param("from", terms.from())
                .param("to", terms.to());
    }

    private static Coverage coverage(ResultSet row, int number) throws SQLException {
        var contract = row.getObject("contract_id", UUID.class);
        var group = row.getString("group_number");
        return new Coverage(
                new CoverageId(row.getObject("id", UUID.class)),
                new Coverage.Terms(
                        contract == null ? null : new ContractId(contract),
                        row.getString("payer_name"),
                        row.getString("member_id"),
                        group == null ? "" : group,
                        row.getInt("priority"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
