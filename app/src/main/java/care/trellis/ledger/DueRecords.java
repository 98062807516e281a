package care.trellis.ledger;

import care.trellis.base.OrganizationId;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL that finds the weeks that have to be decided: marked by a change, overtaken by time, or never
 * kept. What is due is few rows, found by their own indexes, however much is kept.
 */
@Repository
class DueRecords {

    private final JdbcClient jdbc;

    DueRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One client's week. */
    record ClientWeekKey(UUID client, LocalDate monday) {}

    /**
     * The weeks that a change or time has overtaken, up to one of them.
     *
     * @param until the last Monday that is asked for; later weeks lean on earlier ones, never the
     *     other way round
     * @param sites empty means every site
     * @param clients empty means everybody
     */
    List<ClientWeekKey> due(
            OrganizationId organization,
            Instant now,
            LocalDate until,
            Collection<UUID> sites,
            Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        select d.client_id, d.week_start
                        from (
                            select client_id, week_start from ledger.stale
                            where organization_id = :organization and week_start <= :until
                            union
                            select client_id, week_start from ledger.kept_week
                            where organization_id = :organization and valid_until <= :now and week_start <= :until) d
                        where (:everybody or d.client_id = any(:clients))
                          and (:everywhere or exists (
                              select from clients.public_client c
                              where c.organization_id = :organization and c.id = d.client_id
                                and c.site_id = any(:sites)))
                        """)
                .param("organization", organization.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until)
                .param("everybody", clients.isEmpty())
                .param("clients", Columns.ids(clients))
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.ids(sites))
                .query(DueRecords::key)
                .list();
    }

    /** The Monday from which on the days of these clients may draw from an authorization. */
    LocalDate firstDrawing(
            OrganizationId organization, Collection<UUID> clients, LocalDate monday) {
        return jdbc.sql(
                        """
                        select date_trunc('week', least(min(from_date), :monday))::date
                        from authorizations.public_authorization
                        where organization_id = :organization and client_id = any(:clients) and state = 'APPROVED'
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.ids(clients))
                .param("monday", monday)
                .query(LocalDate.class)
                .single();
    }

    /** The weeks of a span in which sessions take place and nobody's week is kept. */
    List<LocalDate> unkept(OrganizationId organization, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select w.monday::date
                        from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '7 days') as w(monday)
                        where (select count(*) from (
                                select from ledger.kept_week k
                                where k.organization_id = :organization and k.week_start = w.monday::date limit 1) k) = 0
                          and (exists (
                                select from organizations.public_site p
                                join sessions.public_session s on s.organization_id = p.organization_id
                                     and s.site_id = p.id and s.local_date between w.monday::date and w.monday::date + 6
                                where p.organization_id = :organization)
                            or exists (
                                select from episodes.public_episode e
                                where e.organization_id = :organization and e.admitted_on <= w.monday::date + 6
                                  and (e.discharged_on is null or e.discharged_on >= w.monday::date)))
                        """)
                .param("organization", organization.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /**
     * Sets out a week that was never kept: everybody who is expected in a session of it or in an
     * episode gets an empty row, which is due.
     */
    void setOut(OrganizationId organization, LocalDate monday) {
        jdbc.sql(
                        EMPTY_WEEKS.formatted(
                                """
                                select r.client_id from sessions.public_roster r
                                where r.organization_id = :organization and r.local_date between :monday and :sunday
                                union
                                select e.client_id from episodes.public_episode e
                                where e.organization_id = :organization and e.admitted_on <= :sunday
                                  and (e.discharged_on is null or e.discharged_on >= :monday)
                                """))
                .param("organization", organization.value())
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .update();
    }

    /** In one order, so that two who make the same rows wait for each other and not in a circle. */
    private static final String EMPTY_WEEKS =
            """
            insert into ledger.kept_week (organization_id, client_id, week_start, input_hash,
                scheduled_minutes, attended_minutes, documented_minutes, countable_minutes, day_states,
                billable_cents, held_cents, lost_cents, decided_at, valid_until)
            select :organization, w.client_id, :monday, '', 0, 0, 0, 0, '.......', 0, 0, 0, now(), '-infinity'
            from (%s) as w(client_id)
            order by w.client_id
            on conflict (organization_id, client_id, week_start) do nothing
            """;

    /** Makes sure there is a row to lock for each of these clients: an empty one is due. */
    void place(OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        jdbc.sql(EMPTY_WEEKS.formatted("select unnest(:clients)"))
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.ids(clients))
                .update();
    }

    /** A kept week under lock. */
    record Locked(UUID client, byte[] inputHash, boolean overtaken) {}

    /** Waits for whoever decides these weeks now, and then sees what they left. */
    List<Locked> lock(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients, Instant now) {
        return jdbc.sql(
                        """
                        select client_id, input_hash, coalesce(valid_until <= :now, false)
                        from ledger.kept_week
                        where organization_id = :organization and week_start = :monday and client_id = any(:clients)
                        order by client_id
                        for update
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("clients", Columns.ids(clients))
                .query((row, number) ->
                        new Locked(
                                row.getObject(1, UUID.class), row.getBytes(2), row.getBoolean(3)))
                .list();
    }

    /** The marks of these weeks as they stand now, by client; read before the facts are. */
    Map<UUID, List<UUID>> marks(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        var marks = new HashMap<UUID, List<UUID>>();
        jdbc.sql(
                        """
                        select client_id, id from ledger.stale
                        where organization_id = :organization and client_id = any(:clients) and week_start = :monday
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.ids(clients))
                .query(row -> {
                    marks.computeIfAbsent(row.getObject(1, UUID.class), client -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return marks;
    }

    /** Removes exactly the marks that were seen before the facts were read. */
    void removeMarks(OrganizationId organization, LocalDate monday, Map<UUID, List<UUID>> seen) {
        var clients = new ArrayList<UUID>();
        var marks = new ArrayList<UUID>();
        seen.forEach((client, ids) ->
                ids.forEach(id -> {
                    clients.add(client);
                    marks.add(id);
                }));
        jdbc.sql(
                        """
                        delete from ledger.stale s
                        using unnest(:clients, :marks) as m(client_id, id)
                        where s.organization_id = :organization and s.week_start = :monday
                          and s.client_id = m.client_id and s.id = m.id
                        """)
                .param("organization", organization.value())
                .param("monday", monday)
                .param("clients", Columns.ids(clients))
                .param("marks", Columns.ids(marks))
                .update();
    }

    /** Marks the kept weeks after this one, because what is left for them has changed. */
    List<ClientWeekKey> markLater(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        return jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select organization_id, client_id, week_start, gen_random_uuid()
                        from ledger.kept_week
                        where organization_id = :organization and client_id = any(:clients)
                          and week_start > :monday
                        returning client_id, week_start
                        """)
                .param("organization", organization.value())
                .param("clients", Columns.ids(clients))
                .param("monday", monday)
                .query(DueRecords::key)
                .list();
    }

    /** Which version of a rule set decided weeks that begin on a Monday. */
    record Version(String ruleSet, String version, LocalDate monday) {}

    /** The versions that the kept weeks were decided by. */
    List<Version> versions(OrganizationId organization) {
        return jdbc.sql(
                        """
                        select distinct rule_set, rule_version, week_start from ledger.kept_week
                        where organization_id = :organization and rule_set is not null and rule_version is not null
                        """)
                .param("organization", organization.value())
                .query((row, number) ->
                        new Version(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class)))
                .list();
    }

    /** Marks the weeks that a version decided which no longer does. */
    void markDecidedBy(OrganizationId organization, Version version) {
        jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select organization_id, client_id, week_start, gen_random_uuid()
                        from ledger.kept_week
                        where organization_id = :organization and week_start = :monday
                          and rule_set = :set and rule_version = :version
                        """)
                .param("organization", organization.value())
                .param("monday", version.monday())
                .param("set", version.ruleSet())
                .param("version", version.version())
                .update();
    }

    /** The clients whose days draw from these authorizations. */
    List<UUID> holders(OrganizationId organization, Collection<UUID> authorizations) {
        return jdbc.sql(
                        """
                        select distinct client_id from authorizations.public_authorization
                        where organization_id = :organization and id = any(:authorizations)
                        """)
                .param("organization", organization.value())
                .param("authorizations", Columns.ids(authorizations))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static ClientWeekKey key(ResultSet row, int number) throws SQLException {
        return new ClientWeekKey(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
    }
}
