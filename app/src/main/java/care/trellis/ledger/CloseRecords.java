package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the days that are closed, and of what stood when they were. */
@Repository
class CloseRecords {

    private final JdbcClient jdbc;

    CloseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the days of a week stood for these clients, where their site has closed them. */
    Map<UUID, List<Closing>> closings(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        var found = new LinkedHashMap<UUID, Map<LocalDate, Closing>>();
        jdbc.sql(
                        """
                        select c.id as client_id, t.local_date, t.turn, d.state, d.rule_version, l.number, l.session,
                               l.procedure_code, l.revenue_code, l.modifiers, l.units, l.charge_cents
                        from clients.public_client c
                        join ledger.day_turn t on t.organization_id = c.organization_id and t.site_id = c.site_id
                             and t.local_date between :monday and :sunday
                        left join ledger.closed_day d on d.organization_id = t.organization_id and d.turn_id = t.id
                             and d.client_id = c.id
                        left join lateral jsonb_to_recordset(d.lines) as l(number int, session uuid,
                             procedure_code text, revenue_code text, modifiers text[], units int, charge_cents bigint)
                             on true
                        where c.organization_id = :organization and c.id = any(:clients)
                          and t.number = (select max(n.number) from ledger.day_turn n
                              where n.organization_id = :organization and n.site_id = t.site_id
                                and n.local_date = t.local_date)
                          and t.turn = 'CLOSED'
                        order by c.id, t.local_date, l.number
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.ids(clients))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query(row -> {
                    var days =
                            found.computeIfAbsent(
                                    row.getObject("client_id", UUID.class),
                                    client -> new LinkedHashMap<>());
                    var closing = closing(row);
                    days.merge(closing.date(), closing, CloseRecords::both);
                });
        var closings = new HashMap<UUID, List<Closing>>();
        found.forEach((client, days) -> closings.put(client, List.copyOf(days.values())));
        return closings;
    }

    private static Closing closing(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var number = Columns.whole(row, "number");
        return new Closing(
                row.getObject("local_date", LocalDate.class),
                state == null ? null : DayState.valueOf(state),
                row.getString("rule_version"),
                number == null
                        ? List.of()
                        : List.of(
                                new BilledLine(
                                        number,
                                        Columns.id(row, "session"),
                                        row.getString("procedure_code"),
                                        row.getString("revenue_code"),
                                        Columns.texts(row, "modifiers"),
                                        row.getInt("units"),
                                        row.getLong("charge_cents"))));
    }

    private static Closing both(Closing one, Closing other) {
        var lines = new ArrayList<>(one.lines());
        lines.addAll(other.lines());
        return new Closing(one.date(), one.state(), one.version(), lines);
    }

    /** A site as far as closing goes. */
    record Site(UUID id, String name, ZoneId zone) {}

    List<Site> sites(OrganizationId organization, Collection<UUID> only) {
        return jdbc.sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization and (:everywhere or id = any(:sites))
                        order by name
                        """)
                .param("organization", organization.value())
                .param("everywhere", only.isEmpty())
                .param("sites", Columns.ids(only))
                .query((row, number) ->
                        new Site(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** When the last session of a day of a site is over; nothing where none takes place. */
    Optional<Instant> lastEnd(OrganizationId organization, UUID site, LocalDate date) {
        return jdbc.sql(
                        """
                        select max(ends_at) as ends from sessions.public_session
                        where organization_id = :organization and site_id = :site and local_date = :date
                          and cancelled_at is null
                        """)
                .param("organization", organization.value())
                .param("site", site)
                .param("date", date)
                .query((row, number) -> Optional.ofNullable(Columns.instant(row, "ends")))
                .single();
    }

    /** The days of a site with sessions or client-days in a span, the newest first. */
    List<DayStanding> standings(
            OrganizationId organization, Site site, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        with live as materialized (
                            select d.* from ledger.kept_day d
                            join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                            where d.organization_id = :organization and d.local_date between :from and :to
                              and c.site_id = :site),
                        last as materialized (
                            select distinct on (local_date) * from ledger.day_turn
                            where organization_id = :organization and site_id = :site and local_date between :from and :to
                            order by local_date, number desc),
                        closed as materialized (
                            select c.* from last t
                            join ledger.closed_day c on c.organization_id = t.organization_id and c.turn_id = t.id
                            where t.turn = 'CLOSED')
                        select coalesce(l.local_date, c.local_date) as local_date, t.turn, t.by_name, t.turned_at,
                               count(l.client_id) as clients,
                               coalesce(sum(l.expected_cents) filter (where l.state = 'BILLABLE'), 0)::bigint as billable,
                               coalesce(sum(l.expected_cents) filter (where l.state = 'HOLD'), 0)::bigint as held,
                               count(l.client_id) filter (where l.state = 'HOLD') as open,
                               count(*) filter (where t.turn = 'CLOSED' and c.hash is distinct from %s) as amended
                        from live l
                        full join closed c on c.local_date = l.local_date and c.client_id = l.client_id
                        left join last t on t.local_date = coalesce(l.local_date, c.local_date)
                        group by coalesce(l.local_date, c.local_date), t.turn, t.by_name, t.turned_at
                        order by local_date desc
                        """
                                .formatted(hash("l")))
                .param("organization", organization.value())
                .param("site", site.id())
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new DayStanding(
                                site.id(),
                                site.name(),
                                row.getObject("local_date", LocalDate.class),
                                turn(row.getString("turn")),
                                Objects.requireNonNullElse(row.getString("by_name"), ""),
                                Columns.instant(row, "turned_at"),
                                row.getInt("clients"),
                                new Money(row.getLong("billable")),
                                new Money(row.getLong("held")),
                                row.getInt("open"),
                                row.getInt("amended")))
                .list();
    }

    /** All turns of one day, the first first. */
    List<DayClose.Turned> turns(OrganizationId organization, UUID site, LocalDate date) {
        return jdbc.sql(
                        """
                        select turn, turned_at, by_name, reason from ledger.day_turn
                        where organization_id = :organization and site_id = :site and local_date = :date
                        order by number
                        """)
                .param("organization", organization.value())
                .param("site", site)
                .param("date", date)
                .query((row, number) ->
                        new DayClose.Turned(
                                DayTurn.valueOf(row.getString("turn")),
                                Objects.requireNonNull(Columns.instant(row, "turned_at")),
                                row.getString("by_name"),
                                row.getString("reason")))
                .list();
    }

    /** Every client of the day: as it stood at the last close, and as it stands now. */
    List<DayClose.Line> lines(OrganizationId organization, UUID site, LocalDate date) {
        return jdbc.sql(
                        """
                        with closed as materialized (
                            select c.* from ledger.closed_day c
                            where c.organization_id = :organization and c.turn_id = (
                                select id from ledger.day_turn
                                where organization_id = :organization and site_id = :site and local_date = :date
                                  and turn = 'CLOSED'
                                order by number desc limit 1)),
                        live as materialized (
                            select d.* from ledger.kept_day d
                            join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                            where d.organization_id = :organization and d.local_date = :date and c.site_id = :site)
                        select p.id, p.given_name || ' ' || p.family_name as name,
                               c.state as was_state, c.attended_minutes as was_attended,
                               c.countable_minutes as was_countable, c.reason as was_reason, c.fix as was_fix,
                               c.owner as was_owner, c.expected_cents as was_cents,
                               l.state, l.attended_minutes, l.countable_minutes, l.reason, l.fix, l.owner,
                               l.expected_cents, c.hash is distinct from %s as differs
                        from live l
                        full join closed c on c.client_id = l.client_id
                        join clients.public_client p on p.organization_id = :organization
                             and p.id = coalesce(l.client_id, c.client_id)
                        order by p.family_name, p.given_name, p.id
                        """
                                .formatted(hash("l")))
                .param("organization", organization.value())
                .param("site", site)
                .param("date", date)
                .query((row, number) ->
                        new DayClose.Line(
                                new ClientId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                stood(
                                        row,
                                        "was_state",
                                        "was_attended",
                                        "was_countable",
                                        "was_reason",
                                        "was_fix",
                                        "was_owner",
                                        "was_cents"),
                                stood(
                                        row,
                                        "state",
                                        "attended_minutes",
                                        "countable_minutes",
                                        "reason",
                                        "fix",
                                        "owner",
                                        "expected_cents"),
                                row.getBoolean("differs")))
                .list();
    }

    private static DayClose.@Nullable Stood stood(
            ResultSet row,
            String state,
            String attended,
            String countable,
            String reason,
            String fix,
            String owner,
            String cents)
            throws SQLException {
        if (row.getString(state) == null) {
            return null;
        }
        var whose = row.getString(owner);
        return new DayClose.Stood(
                DayState.valueOf(row.getString(state)),
                row.getInt(attended),
                row.getInt(countable),
                row.getString(reason),
                row.getString(fix),
                whose == null ? null : Role.valueOf(whose),
                new Money(row.getLong(cents)));
    }

    /** Turns a day, unless somebody else did so a moment ago. */
    boolean turn(
            Permit permit,
            UUID id,
            UUID site,
            LocalDate date,
            int number,
            DayTurn turn,
            @Nullable String reason,
            Instant now) {
        return jdbc.sql(
                                """
                                insert into ledger.day_turn (organization_id, id, site_id, local_date, number, turn,
                                    turned_at, account_id, by_name, reason)
                                values (:organization, :id, :site, :date, :number, :turn, :at, :account, :by, :reason)
                                on conflict (organization_id, site_id, local_date, number) do nothing
                                """)
                        .param("organization", permit.organization().value())
                        .param("id", id)
                        .param("site", site)
                        .param("date", date)
                        .param("number", number)
                        .param("turn", turn.name())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("account", permit.actor().account())
                        .param("by", permit.actor().name())
                        .param("reason", reason)
                        .update()
                > 0;
    }

    /** Keeps every client's day of the site as it stands, which the caller has made current. */
    int keep(OrganizationId organization, UUID turn, UUID site, LocalDate date) {
        return jdbc.sql(
                        """
                        insert into ledger.closed_day (organization_id, turn_id, client_id, local_date, rule_version,
                            attended_minutes, countable_minutes, state, reason, fix, owner, expected_cents, lines, hash)
                        select d.organization_id, :turn, d.client_id, d.local_date, w.rule_version, d.attended_minutes,
                               d.countable_minutes, d.state, d.reason, d.fix, d.owner, d.expected_cents, d.lines, %s
                        from ledger.kept_day d
                        join ledger.kept_week w on w.organization_id = d.organization_id and w.client_id = d.client_id
                             and w.week_start = d.week_start
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        where d.organization_id = :organization and d.local_date = :date and c.site_id = :site
                        """
                                .formatted(hash("d")))
                .param("organization", organization.value())
                .param("turn", turn)
                .param("site", site)
                .param("date", date)
                .update();
    }

    /** The weeks of everybody at the site are decided with the turn from now on. */
    void mark(OrganizationId organization, UUID site, LocalDate date) {
        jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select d.organization_id, d.client_id, d.week_start, gen_random_uuid()
                        from ledger.kept_day d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        where d.organization_id = :organization and d.local_date = :date and c.site_id = :site
                        """)
                .param("organization", organization.value())
                .param("site", site)
                .param("date", date)
                .update();
    }

    /** What a day comes to, as one number: it differs when the day does. */
    private static String hash(String day) {
        return "sha256(convert_to(concat_ws('|', %1$s.state, %1$s.attended_minutes, %1$s.countable_minutes, %1$s.expected_cents, %1$s.lines::text), 'UTF8'))"
                .formatted(day);
    }

    private static @Nullable DayTurn turn(@Nullable String word) {
        return word == null ? null : DayTurn.valueOf(word);
    }
}
