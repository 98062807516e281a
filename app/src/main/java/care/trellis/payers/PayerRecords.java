package care.trellis.payers;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for payers, contracts and fees. */
@Component
class PayerRecords {

    private final JdbcClient jdbc;

    PayerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Payer> payers() {
        return jdbc.sql(
                        """
                        select id, name, payer_code from payers.payer
                        where organization_id = :organization
                        order by name
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Payer(
                                new PayerId(row.getObject(1, UUID.class)),
                                new PayerDetails(row.getString(2), row.getString(3))))
                .list();
    }

    void add(PayerId id, PayerDetails details) {
        jdbc.sql(
                        """
                        insert into payers.payer (organization_id, id, name, payer_code)
                        values (:organization, :id, :name, :code)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("name", details.name())
                .param("code", details.payerCode())
                .update();
    }

    void change(PayerId id, PayerDetails details) {
        jdbc.sql(
                        """
                        update payers.payer set name = :name, payer_code = :code
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("name", details.name())
                .param("code", details.payerCode())
                .update();
    }

    List<Contract> contracts() {
        var fees = fees();
        return jdbc.sql(
                        """
                        select id, payer_id, name, rule_set, claim_form, claim_filing_code, type_of_bill,
                            place_of_service, authorization_required, timely_filing_days, receiver_id,
                            effective_from, effective_to, later_payer_days, correction_days
                        from payers.contract
                        where organization_id = :organization
                        order by effective_from desc, name, id
                        """)
                .param("organization", organization())
                .query((row, number) -> contract(row, fees))
                .list();
    }

    private Map<UUID, List<Fee>> fees() {
        var byContract = new HashMap<UUID, List<Fee>>();
        jdbc.sql(
                        """
                        select contract_id, id, service, procedure_code, revenue_code, modifiers, charge_cents,
                            effective_from, effective_to
                        from payers.fee
                        where organization_id = :organization
                        order by service, effective_from desc
                        """)
                .param("organization", organization())
                .query(row -> {
                    byContract
                            .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(fee(row));
                });
        return byContract;
    }

    void add(ContractId id, PayerId payer, ContractDetails details) {
        fields(
                        jdbc.sql(
                                """
                                insert into payers.contract (organization_id, id, payer_id, name, rule_set,
                                    claim_form, claim_filing_code, type_of_bill, place_of_service,
                                    authorization_required, timely_filing_days, receiver_id, effective_from,
                                    effective_to, later_payer_days, correction_days)
                                values (:organization, :id, :payer, :name, :ruleSet, :claimForm,
                                    :claimFilingCode, :typeOfBill, :placeOfService, :authorizationRequired,
                                    :timelyFilingDays, :receiverId, :effectiveFrom, :effectiveTo, :laterPayerDays,
                                    :correctionDays)
                                """),
                        id,
                        details)
                .param("payer", payer.value())
                .update();
    }

    void change(ContractId id, ContractDetails details) {
        fields(
                        jdbc.sql(
                                """
                                update payers.contract
                                set name = :name, rule_set = :ruleSet, claim_form = :claimForm,
                                    claim_filing_code = :claimFilingCode, type_of_bill = :typeOfBill,
                                    place_of_service = :placeOfService,
                                    authorization_required = :authorizationRequired,
                                    timely_filing_days = :timelyFilingDays, receiver_id = :receiverId,
                                    effective_from = :effectiveFrom, effective_to = :effectiveTo,
                                    later_payer_days = :laterPayerDays, correction_days = :correctionDays
                                where organization_id = :organization and id = :id
                                """),
                        id,
                        details)
                .update();
    }

    void add(UUID id, ContractId contract, FeeDetails details) {
        jdbc.sql(
                        """
                        insert into payers.fee (organization_id, id, contract_id, service, procedure_code,
                            revenue_code, modifiers, charge_cents, effective_from, effective_to)
                        values (:organization, :id, :contract, :service, :procedure, :revenue,
                            string_to_array(:modifiers, ' '), :charge, :from, :to)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("contract", contract.value())
                .param("service", details.service())
                .param("procedure", details.procedureCode())
                .param("revenue", details.revenueCode())
                .param("modifiers", String.join(" ", details.modifiers()))
                .param("charge", details.charge().cents())
                .param("from", details.effectiveFrom())
                .param("to", details.effectiveTo())
                .update();
    }

    boolean removeFee(ContractId contract, UUID id) {
        return jdbc.sql(
                                """
                                delete from payers.fee
                                where organization_id = :organization and contract_id = :contract and id = :id
                                """)
                        .param("organization", organization())
                        .param("contract", contract.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec fields(
            JdbcClient.StatementSpec statement, ContractId id, ContractDetails details) {
        return statement
                .param("organization", organization())
                .param("id", id.value())
                .param("name", details.name())
                .param("ruleSet", details.ruleSet())
                .param("claimForm", details.claimForm())
                .param("claimFilingCode", details.claimFilingCode())
                .param("typeOfBill", details.typeOfBill())
                .param("placeOfService", details.placeOfService())
                .param("authorizationRequired", details.authorizationRequired())
                .param("timelyFilingDays", details.timelyFilingDays())
                .param("receiverId", details.receiverId())
                .param("effectiveFrom", details.effectiveFrom())
                .param("effectiveTo", details.effectiveTo())
                .param("laterPayerDays", details.laterPayerDays())
                .param("correctionDays", details.correctionDays());
    }

    private static Contract contract(ResultSet row, Map<UUID, List<Fee>> fees) throws SQLException {
        var id = row.getObject(1, UUID.class);
        return new Contract(
                new ContractId(id),
                new PayerId(row.getObject(2, UUID.class)),
                new ContractDetails(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getBoolean(9),
                        row.getInt(10),
                        row.getString(11),
                        row.getObject(12, LocalDate.class),
                        row.getObject(13, LocalDate.class),
                        row.getObject(14, Integer.class),
                        row.getObject(15, Integer.class)),
                fees.getOrDefault(id, List.of()));
    }

    private static Fee fee(ResultSet row) throws SQLException {
        return new Fee(
                row.getObject(2, UUID.class),
                new FeeDetails(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        new Money(row.getLong(7)),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalDate.class)));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
