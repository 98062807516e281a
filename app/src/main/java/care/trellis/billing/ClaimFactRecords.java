package care.trellis.billing;

import care.trellis.base.OrganizationContext;
import care.trellis.billing.ClaimFacts.Contract;
import care.trellis.billing.ClaimFacts.Day;
import care.trellis.billing.ClaimFacts.Lead;
import care.trellis.billing.ClaimFacts.Line;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that gathers what claims are made of; a statement each, however many claims. */
@Component
class ClaimFactRecords {

    private final JdbcClient jdbc;
    private final InsuredRecords patients;

    ClaimFactRecords(JdbcClient jdbc, InsuredRecords patients) {
        this.jdbc = jdbc;
        this.patients = patients;
    }

    /** Client and date. */
    private record Key(UUID client, LocalDate date) {}

    Contract contract(ContractId contract) {
        return jdbc.sql(
                        """
                        select id, payer_name, payer_code, claim_form, rule_set, claim_filing_code, type_of_bill,
                               place_of_service, authorization_required, timely_filing_days, receiver_id
                        from payers.public_contract
                        where organization_id = :organization and id = :contract
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .query((row, number) ->
                        new Contract(
                                new ContractId(row.getObject("id", UUID.class)),
                                row.getString("payer_name"),
                                row.getString("payer_code"),
                                Form.of(row.getString("claim_form")),
                                row.getString("rule_set"),
                                row.getString("claim_filing_code"),
                                row.getString("type_of_bill"),
                                row.getString("place_of_service"),
                                row.getBoolean("authorization_required"),
                                row.getInt("timely_filing_days"),
                                row.getString("receiver_id")))
                .single();
    }

    /**
     * Those of the chosen days that are billable under the contract and stand on no claim, by
     * client and date.
     *
     * @param again whether they stand on a claim already and shall go out anew
     */
    List<Day> days(ContractId contract, Collection<Chosen> chosen, boolean again, Instant now) {
        var keys =
                chosen.stream()
                        .filter(one -> one.contract().equals(contract))
                        .flatMap(one ->
                                one.days().stream()
                                        .map(date -> new Key(one.client().value(), date)))
                        .distinct()
                        .toList();
        var clients = Columns.of(keys, Key::client);
        var dates = Columns.of(keys, Key::date);
        var lines = lines(clients, dates);
        var billable = billable(contract, again, clients, dates);
        var patients = this.patients.of(contract, billable.keySet(), now);
        return patients.stream()
                .flatMap(patient ->
                        billable.getOrDefault(patient.id().value(), List.of()).stream()
                                .map(day -> day(patient, day, lines)))
                .toList();
    }

    /** A billable day, and the number of the authorization that it draws on. */
    private record Billable(LocalDate date, @Nullable String authorization) {}

    /** The earliest first, by client. */
    private Map<UUID, List<Billable>> billable(
            ContractId contract,
            boolean again,
            @Nullable String[] clients,
            @Nullable String[] dates) {
        var billable = new HashMap<UUID, List<Billable>>();
        jdbc.sql(
                        """
                        select d.client_id, d.local_date, g.number
                        from unnest(:clients::uuid[], :dates::date[]) as k(client_id, local_date)
                        join ledger.public_day d
                            on d.organization_id = :organization and d.client_id = k.client_id
                           and d.local_date = k.local_date and d.contract_id = :contract and d.state = 'BILLABLE'
                        left join authorizations.public_authorization g
                            on g.organization_id = d.organization_id and g.id = d.authorization_id
                        where :again or not exists (
                                         select from billing.claim_line b
                                          where b.organization_id = d.organization_id
                                            and b.client_id = d.client_id and b.local_date = d.local_date)
                        order by d.local_date
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .param("again", again)
                .param("clients", clients)
                .param("dates", dates)
                .query(row -> {
                    billable.computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new ArrayList<>())
                            .add(
                                    new Billable(
                                            row.getObject("local_date", LocalDate.class),
                                            row.getString("number")));
                });
        return billable;
    }

    private static Day day(Insured patient, Billable day, Map<Key, List<Line>> lines) {
        return new Day(
                day.date(),
                patient.patient(),
                patient.coverOn(day.date()),
                day.authorization(),
                patient.stayOn(day.date()),
                patient.consent(),
                patient.zone(),
                lines.getOrDefault(new Key(patient.id().value(), day.date()), List.of()));
    }

    private Map<Key, List<Line>> lines(@Nullable String[] clients, @Nullable String[] dates) {
        var lines = new HashMap<Key, List<Line>>();
        jdbc.sql(
                        """
                        select l.client_id, l.local_date, l.session_id, l.procedure_code, l.revenue_code, l.modifiers,
                               l.units, l.charge_cents
                        from unnest(:clients::uuid[], :dates::date[]) as k(client_id, local_date)
                        join ledger.public_line l
                            on l.organization_id = :organization and l.client_id = k.client_id
                           and l.local_date = k.local_date
                        order by l.client_id, l.local_date, l.number
                        """)
                .param("organization", organization())
                .param("clients", clients)
                .param("dates", dates)
                .query(row -> {
                    lines.computeIfAbsent(
                                    new Key(
                                            row.getObject("client_id", UUID.class),
                                            row.getObject("local_date", LocalDate.class)),
                                    key -> new ArrayList<>())
                            .add(
                                    new Line(
                                            row.getObject("session_id", UUID.class),
                                            row.getString("procedure_code"),
                                            row.getString("revenue_code"),
                                            Columns.texts(row, "modifiers"),
                                            row.getInt("units"),
                                            row.getLong("charge_cents")));
                });
        return lines;
    }

    /** A diagnosis that may stand on a claim, and while it held. */
    record Diagnosis(String code, int rank, LocalDate from, @Nullable LocalDate to) {

        boolean holdsOn(LocalDate from, LocalDate through) {
            return !this.from.isAfter(through) && (to == null || !to.isBefore(from));
        }
    }

    /** ICD-10-CM diagnoses by client, the principal one first. */
    Map<UUID, List<Diagnosis>> diagnoses(Collection<UUID> clients) {
        var found = new HashMap<UUID, List<Diagnosis>>();
        jdbc.sql(
                        """
                        select client_id, code, rank, from_date, to_date
                        from episodes.public_diagnosis
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and system = 'ICD-10-CM'
                        order by client_id, rank, from_date desc
                        """)
                .param("organization", organization())
                .param("clients", Columns.of(clients, client -> client))
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new ArrayList<>())
                            .add(
                                    new Diagnosis(
                                            row.getString("code"),
                                            row.getInt("rank"),
                                            row.getObject("from_date", LocalDate.class),
                                            row.getObject("to_date", LocalDate.class)));
                });
        return found;
    }

    /** Who led the sessions of these clients, the earliest first. */
    Map<UUID, List<Lead>> leads(Collection<UUID> clients, LocalDate from, LocalDate through) {
        var found = new HashMap<UUID, List<Lead>>();
        jdbc.sql(
                        """
                        select r.client_id, r.local_date, p.given_name, p.family_name, p.npi
                        from sessions.public_roster r
                        join sessions.public_session s
                            on s.organization_id = r.organization_id and s.id = r.session_id
                        join sessions.public_facilitator f
                            on f.organization_id = r.organization_id and f.session_id = r.session_id
                           and f.part = 'LEAD'
                        join organizations.public_provider p
                            on p.organization_id = f.organization_id and p.staff_id = f.staff_id
                        where r.organization_id = :organization and r.client_id = any(:clients::uuid[])
                          and r.local_date between :from and :through
                        order by r.client_id, s.starts_at
                        """)
                .param("organization", organization())
                .param("clients", Columns.of(clients, client -> client))
                .param("from", from)
                .param("through", through)
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new ArrayList<>())
                            .add(
                                    new Lead(
                                            row.getObject("local_date", LocalDate.class),
                                            row.getString("given_name"),
                                            row.getString("family_name"),
                                            row.getString("npi")));
                });
        return found;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
