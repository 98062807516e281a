package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what can be billed and what holds the rest. */
@Component
class ReadyRecords {

    private final JdbcClient jdbc;

    ReadyRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            Ready.OfContract contract, ClientId client, String name, String recordNumber) {}

    /** Billable days on no claim, by contract and client. Empty sites mean every site. */
    List<Ready.OfContract> contracts(LocalDate since, Collection<UUID> sites) {
        var days = new LinkedHashMap<Row, List<LocalDate>>();
        var totals = new LinkedHashMap<Row, Money>();
        var limits = new HashMap<Row, Integer>();
        jdbc.sql(
                        """
                        select d.client_id, d.local_date, d.expected_cents, p.given_name, p.family_name,
                               p.record_number, c.id as contract_id, c.payer_name, c.name as contract_name, c.claim_form,
                               c.timely_filing_days
                        from ledger.public_day d
                        join payers.public_contract c
                            on c.organization_id = d.organization_id and c.id = d.contract_id
                        join clients.public_client p
                            on p.organization_id = d.organization_id and p.id = d.client_id
                        where d.organization_id = :organization and d.state = 'BILLABLE' and d.local_date >= :since
                          and (:everywhere or p.site_id = any(:sites::uuid[]))
                          and not exists (select from billing.claim_line b
                                          where b.organization_id = d.organization_id
                                            and b.client_id = d.client_id and b.local_date = d.local_date)
                        order by c.payer_name, c.name, c.id, p.family_name, p.given_name, p.id, d.local_date
                        """)
                .param("organization", organization())
                .param("since", since)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .query(row -> {
                    var key =
                            new Row(
                                    new Ready.OfContract(
                                            new ContractId(
                                                    row.getObject("contract_id", UUID.class)),
                                            row.getString("payer_name"),
                                            row.getString("contract_name"),
                                            Form.of(row.getString("claim_form")),
                                            List.of()),
                                    new ClientId(row.getObject("client_id", UUID.class)),
                                    row.getString("given_name")
                                            + " "
                                            + row.getString("family_name"),
                                    row.getString("record_number"));
                    days.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(row.getObject("local_date", LocalDate.class));
                    limits.put(key, row.getInt("timely_filing_days"));
                    totals.merge(key, new Money(row.getLong("expected_cents")), Money::plus);
                });
        var clients = new LinkedHashMap<Ready.OfContract, List<Ready.OfClient>>();
        days.forEach((row, dates) ->
                clients.computeIfAbsent(row.contract(), contract -> new ArrayList<>())
                        .add(
                                new Ready.OfClient(
                                        row.client(),
                                        row.name(),
                                        row.recordNumber(),
                                        dates,
                                        totals.getOrDefault(row, Money.ZERO),
                                        dates.getFirst().plusDays(limits.getOrDefault(row, 0)))));
        return clients.entrySet().stream()
                .map(it ->
                        new Ready.OfContract(
                                it.getKey().contract(),
                                it.getKey().payer(),
                                it.getKey().name(),
                                it.getKey().form(),
                                it.getValue()))
                .toList();
    }

    private record Reason(String code, boolean lost) {}

    private record HeldRow(Reason reason, String fix, Ready.HeldDay day) {}

    /** Days that are over and cannot go out, by reason, the most dollars first. */
    List<Ready.Held> held(LocalDate since, Collection<UUID> sites) {
        var rows =
                jdbc.sql(
                                """
                                select d.client_id, d.local_date, d.state, d.reason, coalesce(d.fix, '') as fix,
                                       d.expected_cents, p.given_name, p.family_name,
                                       d.local_date + c.timely_filing_days as files_by
                                from ledger.public_day d
                                join clients.public_client p
                                    on p.organization_id = d.organization_id and p.id = d.client_id
                                left join payers.public_contract c
                                    on c.organization_id = d.organization_id and c.id = d.contract_id
                                where d.organization_id = :organization and d.state in ('HOLD', 'NOT_BILLABLE')
                                  and d.reason is not null and d.local_date >= :since
                                  and (:everywhere or p.site_id = any(:sites::uuid[]))
                                  and not exists (select from billing.claim_line b
                                                  where b.organization_id = d.organization_id
                                                    and b.client_id = d.client_id
                                                    and b.local_date = d.local_date)
                                order by d.local_date, p.family_name, p.given_name, p.id
                                """)
                        .param("organization", organization())
                        .param("since", since)
                        .param("everywhere", sites.isEmpty())
                        .param("sites", Columns.of(sites, site -> site))
                        .query((row, number) ->
                                new HeldRow(
                                        new Reason(
                                                row.getString("reason"),
                                                row.getString("state").equals("NOT_BILLABLE")),
                                        row.getString("fix"),
                                        new Ready.HeldDay(
                                                new ClientId(
                                                        row.getObject("client_id", UUID.class)),
                                                row.getString("given_name")
                                                        + " "
                                                        + row.getString("family_name"),
                                                row.getObject("local_date", LocalDate.class),
                                                new Money(row.getLong("expected_cents")),
                                                row.getObject("files_by", LocalDate.class))))
                        .list();
        Map<Reason, List<HeldRow>> byReason = new LinkedHashMap<>();
        rows.forEach(
                row -> byReason.computeIfAbsent(row.reason(), r -> new ArrayList<>()).add(row));
        return byReason.entrySet().stream()
                .map(it ->
                        new Ready.Held(
                                it.getKey().code(),
                                it.getValue().getFirst().fix(),
                                it.getKey().lost(),
                                it.getValue().stream().map(HeldRow::day).toList()))
                .sorted(Comparator.comparing(Ready.Held::total).reversed())
                .toList();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
