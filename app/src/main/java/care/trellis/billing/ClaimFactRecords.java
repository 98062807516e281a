package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.billing.ClaimFacts.Contract;
import care.trellis.billing.ClaimFacts.Cover;
import care.trellis.billing.ClaimFacts.Day;
import care.trellis.billing.ClaimFacts.Lead;
import care.trellis.billing.ClaimFacts.Line;
import care.trellis.billing.ClaimFacts.Patient;
import care.trellis.billing.ClaimFacts.Stay;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    ClaimFactRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Client and date. */
    private record Key(UUID client, LocalDate date) {}

    Contract contract(ContractId contract) {
        return jdbc.sql(
                        """
                        select id, payer_name, payer_code, claim_form, rule_set, claim_filing_code, type_of_bill,
                               place_of_service, authorization_required, receiver_id
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
        return jdbc.sql(
                        """
                        select d.client_id, d.local_date, p.given_name, p.family_name, p.birth_date, p.sex,
                               a.address_line, a.city, a.state, a.postal_code,
                               v.id as coverage_id, v.member_id, v.group_number, g.number as authorization_number,
                               e.id as episode_id, e.admitted_on, e.discharged_on, e.part_2, e.level_of_care,
                               e.billed_before, s.time_zone,
                               (select max(n.signed_on)
                                  from clients.public_consent n
                                 where n.organization_id = d.organization_id and n.client_id = d.client_id
                                   and n.kind = 'PAYMENT' and n.revoked_on is null
                                   and (n.expires_on is null
                                        or n.expires_on >= (:now at time zone s.time_zone)::date)) as consent
                        from unnest(:clients::uuid[], :dates::date[]) as k(client_id, local_date)
                        join ledger.public_day d
                            on d.organization_id = :organization and d.client_id = k.client_id
                           and d.local_date = k.local_date and d.contract_id = :contract and d.state = 'BILLABLE'
                        join clients.public_client p on p.organization_id = :organization and p.id = d.client_id
                        join clients.public_address a
                            on a.organization_id = :organization and a.client_id = d.client_id
                        join organizations.public_site s on s.organization_id = :organization and s.id = p.site_id
                        left join lateral (
                            select c.id, c.member_id, c.group_number
                            from clients.public_coverage c
                            where c.organization_id = d.organization_id and c.client_id = d.client_id
                              and c.contract_id = d.contract_id and c.effective_from <= d.local_date
                              and (c.effective_to is null or c.effective_to >= d.local_date)
                            order by c.priority, c.effective_from desc
                            limit 1) v on true
                        left join authorizations.public_authorization g
                            on g.organization_id = d.organization_id and g.id = d.authorization_id
                        left join lateral (
                            select e.id, e.admitted_on, e.discharged_on, r.part_2,
                                   coalesce(
                                       (select l.level_of_care
                                          from episodes.public_placement l
                                         where l.organization_id = e.organization_id and l.episode_id = e.id
                                           and l.from_date <= d.local_date
                                         order by l.from_date desc
                                         limit 1),
                                       r.level_of_care) as level_of_care,
                                   exists (select
                                             from billing.claim c
                                            where c.organization_id = e.organization_id
                                              and c.client_id = e.client_id and c.contract_id = d.contract_id
                                              and c.from_date >= e.admitted_on) as billed_before
                            from episodes.public_episode e
                            join organizations.public_program r
                                on r.organization_id = e.organization_id and r.id = e.program_id
                            where e.organization_id = d.organization_id and e.client_id = d.client_id
                              and e.admitted_on <= d.local_date
                              and (e.discharged_on is null or e.discharged_on >= d.local_date)
                            order by e.admitted_on desc
                            limit 1) e on true
                        where :again or not exists (
                                         select from billing.claim_line b
                                          where b.organization_id = d.organization_id
                                            and b.client_id = d.client_id and b.local_date = d.local_date)
                        order by p.family_name, p.given_name, d.client_id, d.local_date
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .param("again", again)
                .param("now", now.atOffset(UTC))
                .param("clients", clients)
                .param("dates", dates)
                .query((row, number) -> day(row, lines))
                .list();
    }

    private static Day day(ResultSet row, Map<Key, List<Line>> lines) throws SQLException {
        var client = row.getObject("client_id", UUID.class);
        var date = row.getObject("local_date", LocalDate.class);
        var coverage = row.getObject("coverage_id", UUID.class);
        var episode = row.getObject("episode_id", UUID.class);
        return new Day(
                date,
                new Patient(
                        new ClientId(client),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("sex"),
                        row.getString("address_line"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("postal_code")),
                coverage == null
                        ? null
                        : new Cover(
                                coverage,
                                row.getString("member_id"),
                                row.getString("group_number")),
                row.getString("authorization_number"),
                episode == null
                        ? null
                        : new Stay(
                                episode,
                                row.getObject("admitted_on", LocalDate.class),
                                row.getObject("discharged_on", LocalDate.class),
                                row.getString("level_of_care"),
                                row.getBoolean("part_2"),
                                row.getBoolean("billed_before")),
                row.getObject("consent", LocalDate.class),
                ZoneId.of(row.getString("time_zone")),
                lines.getOrDefault(new Key(client, date), List.of()));
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
