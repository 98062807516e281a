package care.trellis.ledger;

import static care.trellis.ledger.Columns.id;
import static care.trellis.ledger.Columns.whole;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Money;
import care.trellis.base.OrganizationId;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads kept rows for those who ask; the keeper has made them current before. */
@Repository
class PageRecords {

    private final JdbcClient jdbc;

    PageRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ClientWeek> weeks(
            OrganizationId organization,
            LocalDate monday,
            Collection<UUID> sites,
            Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        select k.client_id, c.given_name, c.family_name, c.record_number, c.site_id, k.week_start, p.payer_name,
                               k.rule_set, k.rule_version, k.prescribed_minutes, k.needed_minutes,
                               k.scheduled_minutes, k.attended_minutes, k.documented_minutes, k.countable_minutes,
                               k.ahead_minutes, k.day_states, k.billable_cents, k.held_cents, k.lost_cents,
                               k.client_id in (select s.client_id from ledger.stale s
                                   where s.organization_id = :organization and s.week_start <= :monday) as stale
                        from ledger.kept_week k
                        join clients.public_client c on c.organization_id = k.organization_id and c.id = k.client_id
                        left join payers.public_contract p
                               on p.organization_id = k.organization_id and p.id = k.contract_id
                        where k.organization_id = :organization and k.week_start = :monday
                          and (k.scheduled_minutes > 0 or k.prescribed_minutes is not null)
                          and (:everywhere or c.site_id = any(:sites))
                          and (:everybody or k.client_id = any(:clients))
                        order by c.family_name, c.given_name, c.id
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.ids(sites))
                .param("everybody", clients.isEmpty())
                .param("clients", Columns.ids(clients))
                .query(PageRecords::week)
                .list();
    }

    private static ClientWeek week(ResultSet row, int number) throws SQLException {
        return new ClientWeek(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("record_number"),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getObject("week_start", LocalDate.class),
                row.getString("payer_name"),
                row.getString("rule_set"),
                row.getString("rule_version"),
                whole(row, "prescribed_minutes"),
                whole(row, "needed_minutes"),
                row.getInt("scheduled_minutes"),
                row.getInt("attended_minutes"),
                row.getInt("documented_minutes"),
                row.getInt("countable_minutes"),
                row.getInt("ahead_minutes"),
                states(row.getString("day_states")),
                new Money(row.getLong("billable_cents")),
                new Money(row.getLong("held_cents")),
                new Money(row.getLong("lost_cents")),
                !row.getBoolean("stale"));
    }

    private static List<@Nullable DayState> states(String letters) {
        var states = new @Nullable DayState[letters.length()];
        for (int day = 0; day < states.length; day++) {
            states[day] = DayState.of(letters.charAt(day));
        }
        return Arrays.asList(states);
    }

    List<ClientDay> days(
            OrganizationId organization,
            LocalDate from,
            LocalDate to,
            Collection<UUID> sites,
            Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        select d.client_id, d.local_date, d.scheduled_minutes, d.attended_minutes,
                               d.documented_minutes, d.countable_minutes, d.authorization_id, d.authorized_units,
                               d.state, d.reason, d.fix, d.owner, d.session_id, d.expected_cents,
                               s.given_name || ' ' || s.family_name as owner_name
                        from ledger.kept_day d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        left join organizations.public_staff s
                               on s.organization_id = d.organization_id and s.id = d.owner_staff_id
                        where d.organization_id = :organization and d.local_date between :from and :to
                          and d.week_start between cast(:from as date) - 6 and :to
                          and (:everywhere or c.site_id = any(:sites))
                          and (:everybody or d.client_id = any(:clients))
                        order by d.client_id, d.local_date
                        """)
                .param("organization", organization.value())
                .param("from", from)
                .param("to", to)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.ids(sites))
                .param("everybody", clients.isEmpty())
                .param("clients", Columns.ids(clients))
                .query(PageRecords::day)
                .list();
    }

    private static ClientDay day(ResultSet row, int number) throws SQLException {
        var authorization = id(row, "authorization_id");
        var owner = row.getString("owner");
        return new ClientDay(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getObject("local_date", LocalDate.class),
                row.getInt("scheduled_minutes"),
                row.getInt("attended_minutes"),
                row.getInt("documented_minutes"),
                row.getInt("countable_minutes"),
                authorization == null ? null : new AuthorizationId(authorization),
                row.getBigDecimal("authorized_units"),
                DayState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("fix"),
                owner == null ? null : Role.valueOf(owner),
                row.getString("owner_name"),
                id(row, "session_id"),
                new Money(row.getLong("expected_cents")));
    }

    /** Open work of one role, the oldest first, then by what hangs on it. */
    List<OpenItem> open(
            OrganizationId organization,
            Role owner,
            @Nullable UUID staff,
            Collection<UUID> sites,
            Instant now,
            int days) {
        return jdbc.sql(
                        """
                        select d.client_id, c.given_name || ' ' || c.family_name as name, d.local_date, d.state,
                               d.reason, d.fix, d.owner, d.session_id, d.expected_cents
                        from ledger.kept_day d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        join organizations.public_site z on z.organization_id = c.organization_id and z.id = c.site_id
                        where d.organization_id = :organization and d.owner = :owner and d.fix is not null
                          and (d.state = 'HOLD'
                              or d.state = 'NOT_BILLABLE'
                              and d.local_date >= date_trunc('week', cast(:now as timestamptz) at time zone z.time_zone)::date)
                          and d.local_date >= (cast(:now as timestamptz) at time zone z.time_zone)::date - cast(:days as int)
                          and (d.owner_staff_id is null or :staff::uuid is null or d.owner_staff_id = :staff::uuid)
                          and (:everywhere or c.site_id = any(:sites))
                        order by d.local_date, d.expected_cents desc, d.client_id
                        limit 200
                        """)
                .param("organization", organization.value())
                .param("owner", owner.name())
                .param("staff", staff)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("days", days)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.ids(sites))
                .query((row, number) ->
                        new OpenItem(
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getString("name"),
                                row.getObject("local_date", LocalDate.class),
                                DayState.valueOf(row.getString("state")),
                                row.getString("reason"),
                                row.getString("fix"),
                                Role.valueOf(row.getString("owner")),
                                id(row, "session_id"),
                                new Money(row.getLong("expected_cents"))))
                .list();
    }

    List<Drawn> drawn(OrganizationId organization, Collection<UUID> authorizations) {
        return jdbc.sql(
                        """
                        select authorization_id, sum(authorized_units) as used,
                               count(*) filter (where reason like '%\\_EXHAUSTED') as overdrawn,
                               min(local_date) filter (where reason like '%\\_EXHAUSTED') as first_overdrawn
                        from ledger.kept_day
                        where organization_id = :organization and authorization_id = any(:authorizations)
                        group by authorization_id
                        """)
                .param("organization", organization.value())
                .param("authorizations", Columns.ids(authorizations))
                .query((row, number) ->
                        new Drawn(
                                new AuthorizationId(row.getObject("authorization_id", UUID.class)),
                                row.getBigDecimal("used"),
                                row.getInt("overdrawn"),
                                row.getObject("first_overdrawn", LocalDate.class)))
                .list();
    }

    List<Drawn> overdrawn(OrganizationId organization, LocalDate since) {
        var ids =
                jdbc.sql(
                                """
                                select distinct authorization_id from ledger.kept_day
                                where organization_id = :organization and local_date >= :since
                                  and authorization_id is not null and reason like '%\\_EXHAUSTED'
                                """)
                        .param("organization", organization.value())
                        .param("since", since)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
        return drawn(organization, ids);
    }

    /** Name and record number, where there is such a client. */
    record Person(String name, String recordNumber) {}

    Optional<Person> person(OrganizationId organization, ClientId client) {
        return jdbc.sql(
                        """
                        select given_name, family_name, record_number from clients.public_client
                        where organization_id = :organization and id = :client
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .query((row, number) ->
                        new Person(
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getString("record_number")))
                .optional();
    }
}
