package care.trellis.ledger;

import care.trellis.base.Hashes;
import care.trellis.base.OrganizationId;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that keeps decided weeks and their days. One statement for many clients. */
@Repository
class KeptRecords {

    private final JdbcClient jdbc;

    KeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A client's day. */
    record DayKey(UUID client, LocalDate date) {}

    /**
     * What is kept of a day: enough to see whether it comes out otherwise, and what it draws.
     *
     * @param hash of everything that is kept of it
     * @param units drawn from the authorization; zero without one
     */
    record KeptDay(DayKey key, byte[] hash, @Nullable UUID authorization, BigDecimal units) {}

    /** The kept days of these clients' weeks. */
    List<KeptDay> days(OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        select client_id, local_date, content_hash, authorization_id, authorized_units
                        from ledger.kept_day
                        where organization_id = :organization and client_id = any(:clients)
                          and local_date between :monday and :sunday
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.ids(clients))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query((row, number) ->
                        new KeptDay(
                                new DayKey(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, LocalDate.class)),
                                row.getBytes(3),
                                row.getObject(4, UUID.class),
                                row.getBigDecimal(5)))
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

    /**
     * Writes weeks anew, and of their days those that come out otherwise.
     *
     * @param before what is kept of their days
     */
    void write(
            OrganizationId organization,
            LocalDate monday,
            List<JudgedWeek> weeks,
            List<KeptDay> before,
            Instant now) {
        if (weeks.isEmpty()) {
            return;
        }
        writeWeeks(organization, weeks, now);
        var gone = new HashMap<DayKey, byte[]>();
        before.forEach(day -> gone.put(day.key(), day.hash()));
        var otherwise = new ArrayList<Row>();
        for (var week : weeks) {
            for (var day : week.days()) {
                var row = Row.of(week.facts().client(), day);
                if (!Arrays.equals(row.hash(), gone.remove(row.key()))) {
                    otherwise.add(row);
                }
            }
        }
        remove(organization, gone.keySet());
        writeDays(organization, monday, otherwise);
    }

    /** A day as the columns keep it; its hash is over all of them. */
    private record Row(UUID client, JudgedDay of, String lines, byte[] hash) {

        static Row of(UUID client, JudgedDay day) {
            var lines = LineJson.of(day.claimed());
            var reason = day.reason();
            var grant = day.grant();
            var kept =
                    Arrays.asList(
                            contract(day),
                            day.scheduled(),
                            day.attended(),
                            day.documented(),
                            day.countable(),
                            day.ahead(),
                            grant == null ? null : grant.id(),
                            day.units().stripTrailingZeros().toPlainString(),
                            day.state(),
                            reason == null ? null : reason.code(),
                            reason == null ? null : reason.fix(),
                            reason == null ? null : reason.owner(),
                            day.ownerStaff(),
                            reason == null ? null : reason.session(),
                            day.expectedCents(),
                            lines);
            return new Row(client, day, lines, Hashes.sha256(kept.toString()));
        }

        DayKey key() {
            return new DayKey(client, of.date());
        }
    }

    private void remove(OrganizationId organization, Collection<DayKey> gone) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        delete from ledger.kept_day k
                        using unnest(:clients, :dates::date[]) as d(client_id, local_date)
                        where k.organization_id = :organization and k.client_id = d.client_id
                          and k.local_date = d.local_date
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.ids(gone.stream().map(DayKey::client).toList()))
                .param("dates", Columns.of(List.copyOf(gone), DayKey::date))
                .update();
    }

    private void writeWeeks(OrganizationId organization, List<JudgedWeek> weeks, Instant now) {
        jdbc.sql(
                        """
                        update ledger.kept_week k
                        set contract_id = w.contract_id, rule_set = w.rule_set, rule_version = w.rule_version,
                            input_hash = decode(w.input_hash, 'hex'), prescribed_minutes = w.prescribed,
                            needed_minutes = w.needed, scheduled_minutes = w.scheduled, attended_minutes = w.attended,
                            documented_minutes = w.documented, countable_minutes = w.countable,
                            ahead_minutes = w.ahead, day_states = w.states, billable_cents = w.billable, held_cents = w.held,
                            lost_cents = w.lost, drawn = w.drawn, decided_at = :now, valid_until = w.valid_until
                        from unnest(:clients::uuid[], :mondays::date[], :contracts::uuid[], :sets::text[],
                                :versions::text[], :hashes::text[], :prescribed::int[], :needed::int[],
                                :scheduled::int[], :attended::int[], :documented::int[], :countable::int[],
                                :ahead::int[], :states::text[], :billable::bigint[], :held::bigint[], :lost::bigint[], :drawn::jsonb[],
                                :until::timestamptz[])
                             as w(client_id, week_start, contract_id, rule_set, rule_version, input_hash, prescribed,
                                  needed, scheduled, attended, documented, countable, ahead, states, billable, held, lost, drawn,
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
                        Columns.of(weeks, week -> HexFormat.of().formatHex(week.inputHash())))
                .param("prescribed", Columns.of(weeks, JudgedWeek::prescribed))
                .param("needed", Columns.of(weeks, JudgedWeek::needed))
                .param("scheduled", Columns.of(weeks, week -> sum(week, JudgedDay::scheduled)))
                .param("attended", Columns.of(weeks, week -> sum(week, JudgedDay::attended)))
                .param("documented", Columns.of(weeks, week -> sum(week, JudgedDay::documented)))
                .param("countable", Columns.of(weeks, week -> sum(week, JudgedDay::countable)))
                .param("ahead", Columns.of(weeks, week -> sum(week, JudgedDay::ahead)))
                .param("states", Columns.of(weeks, JudgedWeek::letters))
                .param("billable", Columns.of(weeks, week -> week.cents(DayState.BILLABLE)))
                .param("held", Columns.of(weeks, week -> week.cents(DayState.HOLD)))
                .param("drawn", Columns.of(weeks, JudgedWeek::drawn))
                .param("lost", Columns.of(weeks, week -> week.cents(DayState.NOT_BILLABLE)))
                .param("until", Columns.of(weeks, JudgedWeek::validUntil))
                .update();
    }

    private static int sum(JudgedWeek week, java.util.function.ToIntFunction<JudgedDay> minutes) {
        return week.days().stream().mapToInt(minutes).sum();
    }

    private void writeDays(OrganizationId organization, LocalDate monday, List<Row> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into ledger.kept_day (organization_id, client_id, local_date, week_start, contract_id,
                            scheduled_minutes, attended_minutes, documented_minutes, countable_minutes, ahead_minutes,
                            authorization_id, authorized_units, state, reason, fix, owner, owner_staff_id, session_id,
                            expected_cents, lines, content_hash)
                        select :organization, d.client_id, d.local_date, :monday, d.contract_id, d.scheduled,
                               d.attended, d.documented, d.countable, d.ahead, d.authorization_id, d.units, d.state,
                               d.reason, d.fix, d.owner, d.staff_id, d.session_id, d.cents, d.lines, decode(d.hash, 'hex')
                        from unnest(:clients, :dates::date[], :contracts::uuid[], :scheduled::int[],
                                :attended::int[], :documented::int[], :countable::int[], :ahead::int[],
                                :authorizations::uuid[], :units::numeric[], :states::text[], :reasons::text[],
                                :fixes::text[], :owners::text[], :staff::uuid[], :sessions::uuid[], :cents::bigint[],
                                :lines::jsonb[], :hashes::text[])
                             as d(client_id, local_date, contract_id, scheduled, attended, documented, countable, ahead,
                                  authorization_id, units, state, reason, fix, owner, staff_id, session_id, cents, lines, hash)
                        on conflict (organization_id, client_id, local_date) do update
                           set contract_id = excluded.contract_id, scheduled_minutes = excluded.scheduled_minutes,
                               attended_minutes = excluded.attended_minutes,
                               documented_minutes = excluded.documented_minutes,
                               countable_minutes = excluded.countable_minutes, ahead_minutes = excluded.ahead_minutes,
                               authorization_id = excluded.authorization_id,
                               authorized_units = excluded.authorized_units, state = excluded.state,
                               reason = excluded.reason, fix = excluded.fix, owner = excluded.owner,
                               owner_staff_id = excluded.owner_staff_id, session_id = excluded.session_id,
                               expected_cents = excluded.expected_cents, lines = excluded.lines,
                               content_hash = excluded.content_hash
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.ids(days.stream().map(Row::client).toList()))
                .param("dates", Columns.of(days, row -> row.of().date()))
                .param("contracts", Columns.of(days, row -> contract(row.of())))
                .param("scheduled", Columns.of(days, row -> row.of().scheduled()))
                .param("attended", Columns.of(days, row -> row.of().attended()))
                .param("documented", Columns.of(days, row -> row.of().documented()))
                .param("countable", Columns.of(days, row -> row.of().countable()))
                .param("ahead", Columns.of(days, row -> row.of().ahead()))
                .param(
                        "authorizations",
                        Columns.of(
                                days,
                                row -> row.of().grant() == null ? null : row.of().grant().id()))
                .param("units", Columns.of(days, row -> row.of().units()))
                .param("states", Columns.of(days, row -> row.of().state()))
                .param("reasons", Columns.of(days, row -> of(row.of().reason(), Check::code)))
                .param("fixes", Columns.of(days, row -> of(row.of().reason(), Check::fix)))
                .param("owners", Columns.of(days, row -> of(row.of().reason(), Check::owner)))
                .param("staff", Columns.of(days, row -> row.of().ownerStaff()))
                .param("sessions", Columns.of(days, row -> of(row.of().reason(), Check::session)))
                .param("cents", Columns.of(days, row -> row.of().expectedCents()))
                .param("lines", Columns.of(days, Row::lines))
                .param("hashes", Columns.of(days, row -> HexFormat.of().formatHex(row.hash())))
                .update();
    }

    private static @Nullable Object of(
            @Nullable Check reason, Function<Check, @Nullable Object> column) {
        return reason == null ? null : column.apply(reason);
    }

    private static @Nullable UUID contract(JudgedDay day) {
        var coverage = day.coverage();
        return coverage == null || coverage.contract() == null ? null : coverage.contract().id();
    }
}
