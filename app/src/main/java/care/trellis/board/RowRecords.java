package care.trellis.board;

import care.trellis.base.Permit;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who the rows of a board are about, and what is kept of their week. The minutes of a week are
 * those of the ledger's days, so that the board and the ledger cannot differ.
 */
@Component
class RowRecords {

    /**
     * Who a row is about.
     *
     * @param needed minutes that the week needs: by the payer's rule, else by the plan; 0 for
     *     neither
     * @param offered minutes of a make-up that waits for the client's answer; 0 for none
     * @param granted units of the authorization that covers the day; absent without one
     * @param used units drawn from it by the end of the week
     * @param flagged whether a risk flag stands
     * @param counselor who answers for the client on that day; absent where nobody is named
     * @param planOverdue whether the plan had to be signed or reviewed before that day
     */
    record Person(
            UUID id,
            String givenName,
            String familyName,
            String pronouns,
            String payer,
            boolean authorizationRequired,
            int needed,
            int offered,
            @Nullable Integer granted,
            String unit,
            @Nullable LocalDate authorizedTo,
            int used,
            boolean flagged,
            boolean planOverdue,
            String level,
            @Nullable Counselor counselor) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /** A client's primary counselor. */
    record Counselor(UUID staff, String name) {}

    /**
     * What the ledger keeps of a client's day.
     *
     * @param contract of the coverage of the day
     * @param attended minutes done
     * @param ahead minutes still to come if everything planned is kept
     */
    record Day(
            UUID client,
            LocalDate date,
            String state,
            String reason,
            String fix,
            @Nullable UUID contract,
            int countable,
            int attended,
            int ahead,
            long expectedCents) {}

    private static final String FLAGGED =
            """
            select client_id from safety.public_flag
            where organization_id = :organization and client_id = any(:clients)
            """;

    private static final String OVERDUE =
            """
            select client_id from plans.public_due
            where organization_id = :organization and client_id = any(:clients) and due_on < :day
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final OfferedRecords offers;

    RowRecords(JdbcClient jdbc, OfferedRecords offers) {
        this.jdbc = jdbc;
        this.offers = offers;
    }

    /** What the ledger keeps of a week besides its days. */
    private record Week(@Nullable UUID contract, int needed, String drawn) {}

    private record Contract(String payer, boolean authorizationRequired) {}

    private record Granted(UUID id, int units, String unit, LocalDate to) {}

    /**
     * These clients in the order of their names, as they stand on a day. Each room is read along
     * the clients and all are put together here: one statement over the rooms would be planned as
     * if there were a handful of clients.
     *
     * @param days their kept days of the week
     */
    List<Person> people(
            Permit permit,
            Collection<UUID> clients,
            LocalDate day,
            LocalDate monday,
            Map<UUID, List<Day>> days) {
        var asked = new Asked(permit, clients.toArray(UUID[]::new), day, monday);
        var weeks = weeks(asked);
        var contracts = contracts(asked);
        var granted = granted(asked);
        var payers = new HashMap<UUID, UUID>();
        for (var client : clients) {
            var week = weeks.get(client);
            var contract =
                    days.getOrDefault(client, List.of()).stream()
                            .filter(one -> one.date().equals(day))
                            .findFirst()
                            .map(Day::contract)
                            .orElse(week == null ? null : week.contract());
            if (contract != null) {
                payers.put(client, contract);
            }
        }
        var flagged = named(asked, FLAGGED);
        var overdue = named(asked, OVERDUE);
        var levels = levels(asked);
        var counselors = counselors(asked);
        var offered = offers.minutes(permit, asked.clients, monday);
        var others = payers.size() == clients.size() ? Map.<UUID, String>of() : coverages(asked);
        return jdbc.sql(
                        """
                        select c.id, c.given_name, c.family_name, coalesce(c.pronouns, '')
                        from unnest(:clients) as asked(id)
                        join clients.public_client c on c.organization_id = :organization and c.id = asked.id
                        order by c.given_name, c.family_name, c.id
                        """)
                .param("organization", permit.organization().value())
                .param("clients", asked.clients)
                .query((row, number) -> {
                    var client = row.getObject(1, UUID.class);
                    var week = weeks.get(client);
                    var contract = contracts.get(payers.get(client));
                    var grant = granted.get(client);
                    return new Person(
                            client,
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            contract == null
                                    ? others.getOrDefault(client, "Self-pay")
                                    : contract.payer(),
                            contract != null && contract.authorizationRequired(),
                            week == null ? 0 : week.needed(),
                            offered.getOrDefault(client, 0),
                            grant == null ? null : grant.units(),
                            grant == null ? "" : grant.unit(),
                            grant == null ? null : grant.to(),
                            grant == null || week == null ? 0 : used(grant.id(), week.drawn()),
                            flagged.contains(client),
                            overdue.contains(client),
                            levels.getOrDefault(client, ""),
                            counselors.get(client));
                })
                .list();
    }

    private record Asked(Permit permit, UUID[] clients, LocalDate day, LocalDate monday) {}

    private void read(Asked asked, String sql, RowCallbackHandler each) {
        jdbc.sql(sql)
                .param("organization", asked.permit.organization().value())
                .param("clients", asked.clients)
                .param("day", asked.day)
                .param("monday", asked.monday)
                .query(each);
    }

    /** Those of the clients that a statement names. */
    private Set<UUID> named(Asked asked, String sql) {
        var named = new HashSet<UUID>();
        read(asked, sql, row -> named.add(row.getObject(1, UUID.class)));
        return named;
    }

    private Map<UUID, Week> weeks(Asked asked) {
        var weeks = new HashMap<UUID, Week>();
        read(
                asked,
                """
                select client_id, contract_id, coalesce(needed_minutes, prescribed_minutes, 0), drawn
                from ledger.public_week
                where organization_id = :organization and client_id = any(:clients) and week_start = :monday
                """,
                row ->
                        weeks.put(
                                row.getObject(1, UUID.class),
                                new Week(
                                        row.getObject(2, UUID.class),
                                        row.getInt(3),
                                        row.getString(4))));
        return weeks;
    }

    private Map<UUID, Contract> contracts(Asked asked) {
        var contracts = new HashMap<UUID, Contract>();
        read(
                asked,
                """
                select id, payer_name, authorization_required from payers.public_contract
                where organization_id = :organization
                """,
                row ->
                        contracts.put(
                                row.getObject(1, UUID.class),
                                new Contract(row.getString(2), row.getBoolean(3))));
        return contracts;
    }

    /** The authorization that covers the day; of several, the first to begin. */
    private Map<UUID, Granted> granted(Asked asked) {
        var granted = new HashMap<UUID, Granted>();
        read(
                asked,
                """
                select client_id, id, units_granted, unit, to_date from authorizations.public_authorization
                where organization_id = :organization and client_id = any(:clients) and state = 'APPROVED'
                  and from_date <= :day and to_date >= :day
                order by from_date
                """,
                row ->
                        granted.putIfAbsent(
                                row.getObject(1, UUID.class),
                                new Granted(
                                        row.getObject(2, UUID.class),
                                        row.getInt(3),
                                        row.getString(4),
                                        row.getObject(5, LocalDate.class))));
        return granted;
    }

    /** Payers in the words of the coverage, where it points to no contract. */
    private Map<UUID, String> coverages(Asked asked) {
        var payers = new HashMap<UUID, String>();
        read(
                asked,
                """
                select client_id, payer_name from clients.public_coverage
                where organization_id = :organization and client_id = any(:clients)
                  and effective_from <= :day and (effective_to is null or effective_to >= :day)
                order by priority
                """,
                row -> payers.putIfAbsent(row.getObject(1, UUID.class), row.getString(2)));
        return payers;
    }

    /** The level of care of the stay that holds the day. */
    private Map<UUID, String> levels(Asked asked) {
        var levels = new HashMap<UUID, String>();
        read(
                asked,
                """
                select e.client_id, p.level_of_care
                from episodes.public_episode e
                join episodes.public_placement p on p.organization_id = e.organization_id and p.episode_id = e.id
                where e.organization_id = :organization and e.client_id = any(:clients)
                  and (e.discharged_on is null or e.discharged_on >= :day)
                  and p.from_date <= :day and (p.to_date is null or p.to_date >= :day)
                order by p.from_date
                """,
                row -> levels.put(row.getObject(1, UUID.class), row.getString(2)));
        return levels;
    }

    /** Who answers for each on that day; where there are two stays, the later to be named. */
    private Map<UUID, Counselor> counselors(Asked asked) {
        var counselors = new HashMap<UUID, Counselor>();
        read(
                asked,
                """
                select c.client_id, c.staff_id, concat(f.given_name, ' ', f.family_name)
                from episodes.public_counselor c
                join organizations.public_staff f on f.organization_id = c.organization_id and f.id = c.staff_id
                where c.organization_id = :organization and c.client_id = any(:clients)
                  and c.from_date <= :day and (c.to_date is null or c.to_date >= :day)
                order by c.from_date
                """,
                row ->
                        counselors.put(
                                row.getObject(1, UUID.class),
                                new Counselor(row.getObject(2, UUID.class), row.getString(3))));
        return counselors;
    }

    private static int used(UUID authorization, String drawn) {
        return JSON.readTree(drawn).path(authorization.toString()).asInt(0);
    }

    /** The kept days of these clients in a span. */
    Map<UUID, List<Day>> days(
            Permit permit, Collection<UUID> clients, LocalDate from, LocalDate to) {
        var days = new HashMap<UUID, List<Day>>();
        jdbc.sql(
                        """
                        select client_id, local_date, state, coalesce(reason, ''), coalesce(fix, ''), contract_id, countable_minutes,
                               attended_minutes, ahead_minutes, expected_cents
                        from ledger.public_day
                        where organization_id = :organization and client_id = any(:clients)
                          and local_date between :from and :to
                        order by client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("clients", clients.toArray(UUID[]::new))
                .param("from", from)
                .param("to", to)
                .query((ResultSet row) -> {
                    var day =
                            new Day(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, LocalDate.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getObject(6, UUID.class),
                                    row.getInt(7),
                                    row.getInt(8),
                                    row.getInt(9),
                                    row.getLong(10));
                    days.computeIfAbsent(day.client, first -> new ArrayList<>()).add(day);
                });
        return days;
    }
}
