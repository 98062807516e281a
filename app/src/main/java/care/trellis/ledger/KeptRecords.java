package care.trellis.ledger;

import care.trellis.base.OrganizationId;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that keeps decided weeks: who is due, the lock, the rows. One statement for many clients. */
@Repository
class KeptRecords {

    private final JdbcClient jdbc;

    KeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One client's week. */
    record ClientWeekKey(UUID client, LocalDate monday) {}

    /**
     * How a kept week stands.
     *
     * @param due whether it is missing, marked, overtaken by time, or leans on an earlier week that
     *     is
     */
    record Standing(
            UUID client, @Nullable String ruleSet, @Nullable String ruleVersion, boolean due) {}

    /** Everyone who belongs on the page of a week: expected in a session, or in an episode. */
    List<Standing> standings(
            OrganizationId organization,
            LocalDate monday,
            Instant now,
            Collection<UUID> sites,
            Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        with expected as (
                            select client_id from sessions.public_roster
                            where organization_id = :organization and local_date between :monday and :sunday
                              %1$s
                            union
                            select client_id from episodes.public_episode
                            where organization_id = :organization and admitted_on <= :sunday
                              and (discharged_on is null or discharged_on >= :monday)
                              %1$s
                            union
                            select client_id from ledger.kept_week
                            where organization_id = :organization and week_start = :monday
                              %1$s)
                        select e.client_id, k.rule_set, k.rule_version,
                               k.client_id is null or coalesce(k.valid_until <= :now, false)
                               or exists (select from ledger.stale s
                                   where s.organization_id = :organization and s.client_id = e.client_id
                                     and s.week_start <= :monday)
                               or exists (select from ledger.kept_week p
                                   where p.organization_id = :organization and p.client_id = e.client_id
                                     and p.week_start < :monday and p.valid_until <= :now) as due
                        from expected e
                        join clients.public_client c on c.organization_id = :organization and c.id = e.client_id
                        left join ledger.kept_week k on k.organization_id = :organization and k.client_id = e.client_id
                              and k.week_start = :monday
                        where :everywhere or c.site_id = any(:sites::uuid[])
                        """
                                .formatted(
                                        clients.isEmpty()
                                                ? ""
                                                : "and client_id = any(:clients::uuid[])"))
                .param("organization", organization.value())
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .param("clients", Columns.of(clients, client -> client))
                .query((row, number) ->
                        new Standing(
                                row.getObject("client_id", UUID.class),
                                row.getString("rule_set"),
                                row.getString("rule_version"),
                                row.getBoolean("due")))
                .list();
    }

    /** Every client's week that a change or time has overtaken. */
    List<ClientWeekKey> overtaken(OrganizationId organization, Instant now) {
        return jdbc.sql(
                        """
                        select client_id, week_start from ledger.stale where organization_id = :organization
                        union
                        select client_id, week_start from ledger.kept_week
                        where organization_id = :organization and valid_until <= :now
                        """)
                .param("organization", organization.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(KeptRecords::key)
                .list();
    }

    /**
     * Earlier weeks that must stand before this one can be decided: those overtaken, and those that
     * were never kept inside the authorizations that reach into this week.
     */
    List<ClientWeekKey> before(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients, Instant now) {
        return jdbc.sql(
                        """
                        with recursive reach(client_id, start) as (
                            select client_id, min(date_trunc('week', from_date)::date)
                            from authorizations.public_authorization
                            where organization_id = :organization and client_id = any(:clients::uuid[])
                              and state = 'APPROVED' and from_date <= :monday and to_date >= :monday
                            group by client_id
                            union
                            select a.client_id, date_trunc('week', a.from_date)::date
                            from reach r
                            join authorizations.public_authorization a on a.organization_id = :organization
                                 and a.client_id = r.client_id and a.state = 'APPROVED'
                                 and a.from_date < r.start and a.to_date >= r.start),
                        week as (
                            select distinct r.client_id, date_trunc('week', r.local_date)::date as week_start
                            from (select client_id, min(start) as start from reach group by client_id) a
                            join sessions.public_roster r on r.organization_id = :organization
                                 and r.client_id = a.client_id and r.local_date >= a.start and r.local_date < :monday)
                        select w.client_id, w.week_start
                        from week w
                        left join ledger.kept_week k on k.organization_id = :organization and k.client_id = w.client_id
                             and k.week_start = w.week_start
                        where k.client_id is null
                        union
                        select client_id, week_start from ledger.stale
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and week_start < :monday
                        union
                        select client_id, week_start from ledger.kept_week
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and week_start < :monday and valid_until <= :now
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.of(clients, client -> client))
                .param("monday", monday)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(KeptRecords::key)
                .list();
    }

    /** Weeks until now that may draw from these authorizations and are missing or overtaken. */
    List<ClientWeekKey> drawing(
            OrganizationId organization, Collection<UUID> authorizations, Instant now) {
        return jdbc.sql(
                        """
                        with week as (
                            select distinct a.client_id, date_trunc('week', r.local_date)::date as week_start
                            from authorizations.public_authorization a
                            join sessions.public_roster r on r.organization_id = a.organization_id
                                 and r.client_id = a.client_id and r.local_date between a.from_date and a.to_date
                            where a.organization_id = :organization and a.id = any(:authorizations::uuid[])
                              and r.local_date <= (cast(:now as timestamptz) at time zone 'UTC')::date)
                        select w.client_id, w.week_start
                        from week w
                        left join ledger.kept_week k on k.organization_id = :organization and k.client_id = w.client_id
                             and k.week_start = w.week_start
                        where k.client_id is null or coalesce(k.valid_until <= :now, false)
                        union
                        select s.client_id, s.week_start from ledger.stale s
                        where s.organization_id = :organization
                          and s.client_id in (select client_id from week)
                        """)
                .param("organization", organization.value())
                .param("authorizations", Columns.of(authorizations, id -> id))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(KeptRecords::key)
                .list();
    }

    /** A kept week under lock. */
    record Locked(
            UUID client,
            byte[] inputHash,
            @Nullable String ruleSet,
            @Nullable String ruleVersion,
            boolean overtaken) {}

    /** Makes sure there is a row to lock: an empty one is overtaken from the start. */
    void place(OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        jdbc.sql(
                        """
                        insert into ledger.kept_week (organization_id, client_id, week_start, input_hash,
                            scheduled_minutes, attended_minutes, documented_minutes, countable_minutes, day_states,
                            billable_cents, held_cents, lost_cents, decided_at, valid_until)
                        select :organization, client, :monday, '', 0, 0, 0, 0, '.......', 0, 0, 0, now(), '-infinity'
                        from unnest(:clients::uuid[]) as client
                        on conflict (organization_id, client_id, week_start) do nothing
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.of(clients, client -> client))
                .update();
    }

    /** Waits for whoever decides these weeks now, and then sees what they left. */
    List<Locked> lock(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients, Instant now) {
        return jdbc.sql(
                        """
                        select client_id, input_hash, rule_set, rule_version,
                               coalesce(valid_until <= :now, false) as overtaken
                        from ledger.kept_week
                        where organization_id = :organization and week_start = :monday
                          and client_id = any(:clients::uuid[])
                        order by client_id
                        for update
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("clients", Columns.of(clients, client -> client))
                .query((row, number) ->
                        new Locked(
                                row.getObject("client_id", UUID.class),
                                row.getBytes("input_hash"),
                                row.getString("rule_set"),
                                row.getString("rule_version"),
                                row.getBoolean("overtaken")))
                .list();
    }

    /** The marks of these weeks as they stand now, by client; read before the facts are. */
    Map<UUID, List<UUID>> marks(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        var marks = new HashMap<UUID, List<UUID>>();
        jdbc.sql(
                        """
                        select client_id, id from ledger.stale
                        where organization_id = :organization and week_start = :monday
                          and client_id = any(:clients::uuid[])
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.of(clients, client -> client))
                .query(row -> {
                    marks.computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                });
        return marks;
    }

    void removeMarks(
            OrganizationId organization,
            LocalDate monday,
            Collection<UUID> clients,
            Collection<UUID> marks) {
        jdbc.sql(
                        """
                        delete from ledger.stale
                        where organization_id = :organization and week_start = :monday
                          and client_id = any(:clients::uuid[]) and id = any(:marks::uuid[])
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.of(clients, client -> client))
                .param("marks", Columns.of(marks, mark -> mark))
                .update();
    }

    /** What days of a week draw from an authorization. */
    record Draw(UUID client, UUID authorization) {}

    Map<Draw, BigDecimal> draws(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        var draws = new HashMap<Draw, BigDecimal>();
        jdbc.sql(
                        """
                        select client_id, authorization_id, sum(authorized_units) as units
                        from ledger.kept_day
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and local_date between :monday and :sunday and authorized_units <> 0
                        group by client_id, authorization_id
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.of(clients, client -> client))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query(row -> {
                    draws.put(
                            new Draw(
                                    row.getObject("client_id", UUID.class),
                                    row.getObject("authorization_id", UUID.class)),
                            row.getBigDecimal("units"));
                });
        return draws;
    }

    /** Marks the kept weeks after this one, because what is left for them has changed. */
    List<ClientWeekKey> markLater(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select organization_id, client_id, week_start, gen_random_uuid()
                        from ledger.kept_week
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and week_start > :monday
                        returning client_id, week_start
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.of(clients, client -> client))
                .param("monday", monday)
                .query(KeptRecords::key)
                .list();
    }

    /** Says that the answer still stands although time has passed or a mark was left. */
    void confirm(OrganizationId organization, List<JudgedWeek> weeks, Instant now) {
        if (weeks.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update ledger.kept_week k
                        set valid_until = w.valid_until, decided_at = :now
                        from unnest(:clients::uuid[], :mondays::date[], :until::timestamptz[])
                             as w(client_id, week_start, valid_until)
                        where k.organization_id = :organization and k.client_id = w.client_id
                          and k.week_start = w.week_start
                        """)
                .param("organization", organization.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("clients", Columns.of(weeks, week -> week.facts().client()))
                .param("mondays", Columns.of(weeks, week -> week.facts().monday()))
                .param("until", Columns.of(weeks, JudgedWeek::validUntil))
                .update();
    }

    /** Writes weeks anew with their days and lines. */
    void write(OrganizationId organization, LocalDate monday, List<JudgedWeek> weeks, Instant now) {
        if (weeks.isEmpty()) {
            return;
        }
        writeWeeks(organization, weeks, now);
        jdbc.sql(
                        """
                        delete from ledger.kept_day
                        where organization_id = :organization and client_id = any(:clients::uuid[])
                          and local_date between :monday and :sunday
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.of(weeks, week -> week.facts().client()))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .update();
        var days = new ArrayList<Row<JudgedDay>>();
        var lines = new ArrayList<Row<Dated>>();
        for (var week : weeks) {
            for (var day : week.days()) {
                days.add(new Row<>(week.facts().client(), day));
                for (var line : day.claimed()) {
                    lines.add(new Row<>(week.facts().client(), new Dated(day.date(), line)));
                }
            }
        }
        writeDays(organization, monday, days);
        writeLines(organization, lines);
    }

    private record Row<T>(UUID client, T of) {}

    private record Dated(LocalDate date, BilledLine line) {}

    private void writeWeeks(OrganizationId organization, List<JudgedWeek> weeks, Instant now) {
        jdbc.sql(
                        """
                        update ledger.kept_week k
                        set contract_id = w.contract_id, rule_set = w.rule_set, rule_version = w.rule_version,
                            input_hash = decode(w.input_hash, 'hex'), prescribed_minutes = w.prescribed,
                            needed_minutes = w.needed, scheduled_minutes = w.scheduled, attended_minutes = w.attended,
                            documented_minutes = w.documented, countable_minutes = w.countable,
                            day_states = w.states, billable_cents = w.billable, held_cents = w.held,
                            lost_cents = w.lost, decided_at = :now, valid_until = w.valid_until
                        from unnest(:clients::uuid[], :mondays::date[], :contracts::uuid[], :sets::text[],
                                :versions::text[], :hashes::text[], :prescribed::int[], :needed::int[],
                                :scheduled::int[], :attended::int[], :documented::int[], :countable::int[],
                                :states::text[], :billable::bigint[], :held::bigint[], :lost::bigint[],
                                :until::timestamptz[])
                             as w(client_id, week_start, contract_id, rule_set, rule_version, input_hash, prescribed,
                                  needed, scheduled, attended, documented, countable, states, billable, held, lost,
                                  valid_until)
                        where k.organization_id = :organization and k.client_id = w.client_id
                          and k.week_start = w.week_start
                        """)
                .param("organization", organization.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("clients", Columns.of(weeks, week -> week.facts().client()))
                .param("mondays", Columns.of(weeks, week -> week.facts().monday()))
                .param("contracts", Columns.of(weeks, JudgedWeek::contract))
                .param("sets", Columns.of(weeks, JudgedWeek::ruleSet))
                .param("versions", Columns.of(weeks, JudgedWeek::ruleVersion))
                .param(
                        "hashes",
                        Columns.of(
                                weeks,
                                week -> java.util.HexFormat.of().formatHex(week.inputHash())))
                .param("prescribed", Columns.of(weeks, JudgedWeek::prescribed))
                .param("needed", Columns.of(weeks, JudgedWeek::needed))
                .param("scheduled", Columns.of(weeks, week -> sum(week, JudgedDay::scheduled)))
                .param("attended", Columns.of(weeks, week -> sum(week, JudgedDay::attended)))
                .param("documented", Columns.of(weeks, week -> sum(week, JudgedDay::documented)))
                .param("countable", Columns.of(weeks, week -> sum(week, JudgedDay::countable)))
                .param("states", Columns.of(weeks, JudgedWeek::letters))
                .param("billable", Columns.of(weeks, week -> week.cents(DayState.BILLABLE)))
                .param("held", Columns.of(weeks, week -> week.cents(DayState.HOLD)))
                .param("lost", Columns.of(weeks, week -> week.cents(DayState.NOT_BILLABLE)))
                .param("until", Columns.of(weeks, JudgedWeek::validUntil))
                .update();
    }

    private static int sum(JudgedWeek week, java.util.function.ToIntFunction<JudgedDay> minutes) {
        return week.days().stream().mapToInt(minutes).sum();
    }

    private void writeDays(
            OrganizationId organization, LocalDate monday, List<Row<JudgedDay>> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into ledger.kept_day (organization_id, client_id, local_date, week_start, contract_id,
                            scheduled_minutes, attended_minutes, documented_minutes, countable_minutes,
                            authorization_id, authorized_units, state, reason, fix, owner, owner_staff_id, session_id,
                            expected_cents)
                        select :organization, d.client_id, d.local_date, :monday, d.contract_id, d.scheduled,
                               d.attended, d.documented, d.countable, d.authorization_id, d.units, d.state, d.reason,
                               d.fix, d.owner, d.staff_id, d.session_id, d.cents
                        from unnest(:clients::uuid[], :dates::date[], :contracts::uuid[], :scheduled::int[],
                                :attended::int[], :documented::int[], :countable::int[], :authorizations::uuid[],
                                :units::numeric[], :states::text[], :reasons::text[], :fixes::text[], :owners::text[],
                                :staff::uuid[], :sessions::uuid[], :cents::bigint[])
                             as d(client_id, local_date, contract_id, scheduled, attended, documented, countable,
                                  authorization_id, units, state, reason, fix, owner, staff_id, session_id, cents)
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.of(days, Row::client))
                .param("dates", Columns.of(days, row -> row.of().date()))
                .param("contracts", Columns.of(days, row -> contract(row.of())))
                .param("scheduled", Columns.of(days, row -> row.of().scheduled()))
                .param("attended", Columns.of(days, row -> row.of().attended()))
                .param("documented", Columns.of(days, row -> row.of().documented()))
                .param("countable", Columns.of(days, row -> row.of().countable()))
                .param(
                        "authorizations",
                        Columns.of(
                                days,
                                row -> row.of().grant() == null ? null : row.of().grant().id()))
                .param("units", Columns.of(days, row -> row.of().units()))
                .param("states", Columns.of(days, row -> row.of().state()))
                .param(
                        "reasons",
                        Columns.of(
                                days,
                                row -> row.of().reason() == null ? null : row.of().reason().code()))
                .param(
                        "fixes",
                        Columns.of(
                                days,
                                row -> row.of().reason() == null ? null : row.of().reason().fix()))
                .param(
                        "owners",
                        Columns.of(
                                days,
                                row ->
                                        row.of().reason() == null
                                                ? null
                                                : row.of().reason().owner()))
                .param("staff", Columns.of(days, row -> row.of().ownerStaff()))
                .param(
                        "sessions",
                        Columns.of(
                                days,
                                row ->
                                        row.of().reason() == null
                                                ? null
                                                : row.of().reason().session()))
                .param("cents", Columns.of(days, row -> row.of().expectedCents()))
                .update();
    }

    private static @Nullable UUID contract(JudgedDay day) {
        var coverage = day.coverage();
        return coverage == null || coverage.contract() == null ? null : coverage.contract().id();
    }

    private void writeLines(OrganizationId organization, List<Row<Dated>> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into ledger.kept_line (organization_id, client_id, local_date, number, session_id,
                            procedure_code, revenue_code, modifiers, units, charge_cents)
                        select :organization, l.client_id, l.local_date, l.number, l.session_id, l.procedure_code,
                               l.revenue_code, coalesce(string_to_array(l.modifiers, ','), '{}'), l.units, l.cents
                        from unnest(:clients::uuid[], :dates::date[], :numbers::int[], :sessions::uuid[],
                                :procedures::text[], :revenues::text[], :modifiers::text[], :units::int[],
                                :cents::bigint[])
                             as l(client_id, local_date, number, session_id, procedure_code, revenue_code, modifiers,
                                  units, cents)
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.of(lines, Row::client))
                .param("dates", Columns.of(lines, row -> row.of().date()))
                .param("numbers", Columns.of(lines, row -> row.of().line().number()))
                .param("sessions", Columns.of(lines, row -> row.of().line().session()))
                .param("procedures", Columns.of(lines, row -> row.of().line().procedureCode()))
                .param("revenues", Columns.of(lines, row -> row.of().line().revenueCode()))
                .param("modifiers", Columns.of(lines, row -> modifiers(row.of().line())))
                .param("units", Columns.of(lines, row -> row.of().line().units()))
                .param("cents", Columns.of(lines, row -> row.of().line().chargeCents()))
                .update();
    }

    private static @Nullable String modifiers(BilledLine line) {
        return line.modifiers().isEmpty() ? null : String.join(",", line.modifiers());
    }

    private static ClientWeekKey key(ResultSet row, int number) throws SQLException {
        return new ClientWeekKey(
                row.getObject("client_id", UUID.class),
                row.getObject("week_start", LocalDate.class));
    }
}
