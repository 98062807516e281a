package care.trellis.ledger;

import static care.trellis.ledger.Columns.date;
import static care.trellis.ledger.Columns.id;
import static care.trellis.ledger.Columns.texts;
import static care.trellis.ledger.Columns.whole;

import care.trellis.authorizations.ServiceCodes;
import care.trellis.base.OrganizationId;
import care.trellis.engine.rulebook.LocalOverride;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what weeks are decided from, through the views that the other rooms publish: a dozen
 * statements for any number of clients.
 */
@Repository
class WeekFactRecords {

    private final JdbcClient jdbc;
    private final SeatFactRecords seats;
    private final CloseRecords closes;

    WeekFactRecords(JdbcClient jdbc, SeatFactRecords seats, CloseRecords closes) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.closes = closes;
    }

    /** The facts of one week of many clients, with the fees of the contracts concerned. */
    record Facts(List<WeekFacts> weeks, Map<UUID, List<WeekFacts.Fee>> fees) {}

    Facts of(OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        var asked = new Asked(organization.value(), monday, Columns.ids(clients));
        var stays = stays(asked);
        var coverages = coverages(asked);
        var consents = consents(asked);
        var grants = grants(asked);
        var seated = seats.of(organization, monday, clients);
        var closings = closes.closings(organization, monday, clients);
        var weeks = new ArrayList<WeekFacts>(clients.size());
        read(
                asked,
                """
                select c.id, c.site_id, s.time_zone, c.birth_date, d.diagnosis_class
                from clients.public_client c
                join organizations.public_site s on s.organization_id = c.organization_id and s.id = c.site_id
                left join lateral (
                    select diagnosis_class from episodes.public_diagnosis d
                    where d.organization_id = c.organization_id and d.client_id = c.id and d.diagnosis_class is not null
                      and d.from_date <= :sunday and (d.to_date is null or d.to_date >= :monday)
                    order by d.rank limit 1) d on true
                where c.organization_id = :organization and c.id = any(:clients)
                order by c.id
                """,
                row -> {
                    var client = row.getObject("id", UUID.class);
                    weeks.add(
                            new WeekFacts(
                                    client,
                                    row.getObject("site_id", UUID.class),
                                    ZoneId.of(row.getString("time_zone")),
                                    monday,
                                    row.getObject("birth_date", LocalDate.class),
                                    row.getString("diagnosis_class"),
                                    stays.getOrDefault(client, List.of()),
                                    coverages.getOrDefault(client, List.of()),
                                    consents.getOrDefault(client, List.of()),
                                    grants.getOrDefault(client, List.of()),
                                    seated.getOrDefault(client, List.of()),
                                    closings.getOrDefault(client, List.of())));
                });
        return new Facts(weeks, fees(asked));
    }

    private record Asked(UUID organization, LocalDate monday, UUID[] clients) {

        LocalDate sunday() {
            return monday.plusDays(6);
        }
    }

    private Map<UUID, List<WeekFacts.Stay>> stays(Asked asked) {
        var stays = new HashMap<UUID, List<WeekFacts.Stay>>();
        read(
                asked,
                """
                select e.client_id, e.id, e.admitted_on, e.discharged_on, p.setting, p.program_type, p.part_2,
                       p.hours_per_day, p.nationally_accredited, p.bhp_caseload, p.bhmp_on_site_share,
                       l.minutes_per_week, l.physician_signed_on, l.certified_on
                from episodes.public_episode e
                join organizations.public_program p on p.organization_id = e.organization_id and p.id = e.program_id
                left join lateral (
                    select minutes_per_week, physician_signed_on,
                           max(certified_on) over (partition by organization_id, episode_id) as certified_on
                    from episodes.public_plan l
                    where l.organization_id = e.organization_id and l.episode_id = e.id and l.from_date <= :sunday
                    order by l.from_date desc limit 1) l on true
                where e.organization_id = :organization and e.client_id = any(:clients)
                  and e.admitted_on <= :sunday and (e.discharged_on is null or e.discharged_on >= :monday)
                order by e.client_id, e.admitted_on, e.id
                """,
                row ->
                        add(
                                stays,
                                row,
                                new WeekFacts.Stay(
                                        row.getObject("id", UUID.class),
                                        row.getObject("admitted_on", LocalDate.class),
                                        date(row, "discharged_on"),
                                        row.getString("setting"),
                                        row.getString("program_type"),
                                        row.getBoolean("part_2"),
                                        row.getBigDecimal("hours_per_day"),
                                        row.getObject("nationally_accredited", Boolean.class),
                                        whole(row, "bhp_caseload"),
                                        row.getBigDecimal("bhmp_on_site_share"),
                                        whole(row, "minutes_per_week"),
                                        date(row, "physician_signed_on") != null,
                                        date(row, "certified_on"))));
        return stays;
    }

    private Map<UUID, List<WeekFacts.Coverage>> coverages(Asked asked) {
        var coverages = new HashMap<UUID, List<WeekFacts.Coverage>>();
        var overrides = overrides(asked);
        read(
                asked,
                """
                select v.client_id, v.id, v.payer_name, v.priority, v.effective_from, v.effective_to, k.id as contract_id,
                       k.rule_set, k.authorization_required, k.effective_from as contract_from,
                       k.effective_to as contract_to
                from clients.public_coverage v
                left join payers.public_contract k on k.organization_id = v.organization_id and k.id = v.contract_id
                where v.organization_id = :organization and v.client_id = any(:clients)
                  and v.effective_from <= :sunday and (v.effective_to is null or v.effective_to >= :monday)
                order by v.client_id, v.priority, v.effective_from desc, v.id
                """,
                row ->
                        add(
                                coverages,
                                row,
                                new WeekFacts.Coverage(
                                        row.getObject("id", UUID.class),
                                        row.getString("payer_name"),
                                        row.getInt("priority"),
                                        row.getObject("effective_from", LocalDate.class),
                                        date(row, "effective_to"),
                                        contract(row, overrides))));
        return coverages;
    }

    /** What contracts change in their rules: few rows, whatever the clients. */
    private Map<UUID, List<LocalOverride>> overrides(Asked asked) {
        var overrides = new HashMap<UUID, List<LocalOverride>>();
        jdbc.sql(
                        """
                        select contract_id, path, value, author_name, reason, from_date, through_date
                        from payers.public_override
                        where organization_id = :organization
                        order by contract_id, path, from_date, id
                        """)
                .param("organization", asked.organization())
                .query(row -> {
                    overrides
                            .computeIfAbsent(
                                    row.getObject("contract_id", UUID.class),
                                    contract -> new ArrayList<>())
                            .add(
                                    new LocalOverride(
                                            row.getString("path"),
                                            row.getString("value"),
                                            row.getString("author_name"),
                                            row.getString("reason"),
                                            row.getObject("from_date", LocalDate.class),
                                            date(row, "through_date")));
                });
        return overrides;
    }

    private static WeekFacts.@Nullable Contract contract(
            ResultSet row, Map<UUID, List<LocalOverride>> overrides) throws SQLException {
        var contract = id(row, "contract_id");
        return contract == null
                ? null
                : new WeekFacts.Contract(
                        contract,
                        row.getString("rule_set"),
                        row.getBoolean("authorization_required"),
                        row.getObject("contract_from", LocalDate.class),
                        date(row, "contract_to"),
                        overrides.getOrDefault(contract, List.of()));
    }

    private Map<UUID, List<WeekFacts.Consent>> consents(Asked asked) {
        var consents = new HashMap<UUID, List<WeekFacts.Consent>>();
        read(
                asked,
                """
                select client_id, signed_on, expires_on, revoked_on
                from clients.public_consent
                where organization_id = :organization and client_id = any(:clients) and kind = 'PAYMENT'
                order by client_id, signed_on, expires_on, revoked_on
                """,
                row ->
                        add(
                                consents,
                                row,
                                new WeekFacts.Consent(
                                        row.getObject("signed_on", LocalDate.class),
                                        date(row, "expires_on"),
                                        date(row, "revoked_on"))));
        return consents;
    }

    /**
     * Granted authorizations with what the days before this week draw; the last ended come along to
     * be named.
     */
    private Map<UUID, List<WeekFacts.Grant>> grants(Asked asked) {
        var grants = new HashMap<UUID, List<WeekFacts.Grant>>();
        read(
                asked,
                """
                select a.client_id, a.id, a.contract_id, a.number, a.procedure_code, a.unit, a.units_granted, a.from_date, a.to_date,
                       coalesce(d.drawn, 0) as drawn
                from authorizations.public_authorization a
                left join lateral (
                    select sum(d.authorized_units) as drawn from ledger.kept_day d
                    where d.organization_id = a.organization_id and d.authorization_id = a.id
                      and d.local_date < :monday) d on true
                where a.organization_id = :organization and a.client_id = any(:clients) and a.state = 'APPROVED'
                order by a.client_id, a.to_date, a.from_date, a.id
                """,
                row ->
                        add(
                                grants,
                                row,
                                new WeekFacts.Grant(
                                        row.getObject("id", UUID.class),
                                        row.getObject("contract_id", UUID.class),
                                        row.getString("number"),
                                        ServiceCodes.of(row.getString("procedure_code")),
                                        row.getString("unit"),
                                        row.getBigDecimal("units_granted"),
                                        row.getObject("from_date", LocalDate.class),
                                        row.getObject("to_date", LocalDate.class),
                                        row.getBigDecimal("drawn"))));
        return grants;
    }

    private Map<UUID, List<WeekFacts.Fee>> fees(Asked asked) {
        var fees = new HashMap<UUID, List<WeekFacts.Fee>>();
        read(
                asked,
                """
                select f.contract_id, f.service, f.procedure_code, f.revenue_code, f.modifiers, f.charge_cents,
                       f.effective_from, f.effective_to
                from payers.public_fee f
                where f.organization_id = :organization
                  and f.effective_from <= :sunday and (f.effective_to is null or f.effective_to >= :monday)
                order by f.contract_id, f.service, f.effective_from desc
                """,
                row ->
                        fees.computeIfAbsent(
                                        row.getObject("contract_id", UUID.class),
                                        contract -> new ArrayList<>())
                                .add(
                                        new WeekFacts.Fee(
                                                row.getString("service"),
                                                row.getString("procedure_code"),
                                                row.getString("revenue_code"),
                                                texts(row, "modifiers"),
                                                row.getLong("charge_cents"),
                                                row.getObject("effective_from", LocalDate.class),
                                                date(row, "effective_to"))));
        return fees;
    }

    private void read(Asked asked, String sql, RowCallbackHandler each) {
        jdbc.sql(sql)
                .param("organization", asked.organization())
                .param("clients", asked.clients())
                .param("monday", asked.monday())
                .param("sunday", asked.sunday())
                .query(each);
    }

    private static <T> void add(Map<UUID, List<T>> byClient, ResultSet row, T fact)
            throws SQLException {
        byClient.computeIfAbsent(row.getObject("client_id", UUID.class), id -> new ArrayList<>())
                .add(fact);
    }
}
