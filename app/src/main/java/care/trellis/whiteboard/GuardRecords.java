package care.trellis.whiteboard;

import care.trellis.base.OrganizationContext;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
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

/** What limits groups: read from what other rooms publish; and the exceptions somebody made. */
@Repository
class GuardRecords {

    /**
     * A rule set that has a say in a session.
     *
     * @param whose the payer or the program
     * @param contract null for a licence
     */
    record RuleSet(UUID session, String id, String whose, @Nullable UUID contract) {}

    /** A room of the site. */
    record Room(UUID id, String words, int seats) {}

    private final JdbcClient jdbc;

    GuardRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rules of everybody who pays for somebody in the session, and of the program's licence.
     */
    List<RuleSet> ruleSets(Collection<UUID> sessions) {
        return jdbc.sql(
                        """
                        select distinct e.session_id, k.rule_set, k.payer_name as whose, k.id as contract_id
                        from sessions.public_roster e
                        join clients.public_coverage c
                          on c.organization_id = e.organization_id and c.client_id = e.client_id and c.priority = 1
                         and c.effective_from <= e.local_date
                         and (c.effective_to is null or c.effective_to >= e.local_date)
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where e.organization_id = :organization and e.session_id = any(:sessions)
                        union all
                        select s.id, p.license_rule_set, p.name, null
                        from sessions.public_session s
                        join sessions.public_track t on t.organization_id = s.organization_id and t.id = s.track_id
                        join organizations.public_program p
                          on p.organization_id = t.organization_id and p.id = t.program_id
                        where s.organization_id = :organization and s.id = any(:sessions)
                          and p.license_rule_set is not null
                        """)
                .param("organization", organization())
                .param("sessions", sessions.toArray(UUID[]::new))
                .query((row, number) ->
                        new RuleSet(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, UUID.class)))
                .list();
    }

    /** What each contract changes in its rules. */
    Map<UUID, List<LocalOverride>> localRules() {
        var rules = new HashMap<UUID, List<LocalOverride>>();
        jdbc.sql(
                        """
                        select contract_id, path, value, author_name, reason, from_date, through_date
                        from payers.public_override
                        where organization_id = :organization
                        order by contract_id, path, from_date, id
                        """)
                .param("organization", organization())
                .query(row -> {
                    rules.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(
                                    new LocalOverride(
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getObject(6, LocalDate.class),
                                            row.getObject(7, LocalDate.class)));
                });
        return rules;
    }

    List<Room> rooms(UUID site) {
        return jdbc.sql(
                        """
                        select id, name, capacity from organizations.public_room
                        where organization_id = :organization and site_id = :site order by capacity, name
                        """)
                .param("organization", organization())
                .param("site", site)
                .query((row, number) ->
                        new Room(
                                row.getObject(1, UUID.class),
                                DatedSession.roomWords(row.getString(2)),
                                row.getInt(3)))
                .list();
    }

    /** How many each session may have because somebody said why. */
    Map<UUID, Integer> allowed(Collection<UUID> sessions) {
        var allowed = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select session_id, max(people) from whiteboard.override
                        where organization_id = :organization and session_id = any(:sessions) group by session_id
                        """)
                .param("organization", organization())
                .param("sessions", sessions.toArray(UUID[]::new))
                .query((row, number) -> allowed.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
        return allowed;
    }

    void allow(
            UUID id,
            SessionId session,
            Guard guard,
            byte[] reason,
            Instant now,
            UUID account,
            String name) {
        jdbc.sql(
                        """
                        insert into whiteboard.override (organization_id, id, session_id, people, at_most, reason, at,
                            account_id, account_name)
                        values (:organization, :id, :session, :people, :most, :reason, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("session", session.value())
                .param("people", guard.people())
                .param("most", guard.atMost())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("name", name)
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
