package care.trellis.whiteboard;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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

    /** The rules of whoever pays for a client who is to come to these sessions as well. */
    List<RuleSet> ruleSets(ClientId newcomer, Collection<UUID> sessions) {
        return jdbc.sql(
                        """
                        select distinct s.id, k.rule_set, k.payer_name as whose, k.id as contract_id
                        from sessions.public_session s
                        join clients.public_coverage c
                          on c.organization_id = s.organization_id and c.client_id = :client and c.priority = 1
                         and c.effective_from <= s.local_date
                         and (c.effective_to is null or c.effective_to >= s.local_date)
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where s.organization_id = :organization and s.id = any(:sessions)
                        """)
                .param("organization", organization())
                .param("client", newcomer.value())
                .param("sessions", sessions.toArray(UUID[]::new))
                .query(GuardRecords::ruleSet)
                .list();
    }

    /** How many seats of each session are held for somebody other than this client. */
    Map<UUID, Integer> held(ClientId but, Collection<UUID> sessions, Instant now) {
        var held = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select session_id, count(*) from sessions.public_hold
                        where organization_id = :organization and session_id = any(:sessions)
                          and client_id <> :client and held_until > :now
                        group by session_id
                        """)
                .param("organization", organization())
                .param("sessions", sessions.toArray(UUID[]::new))
                .param("client", but.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    held.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return held;
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
                .query(GuardRecords::ruleSet)
                .list();
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

    private static RuleSet ruleSet(ResultSet row, int number) throws SQLException {
        return new RuleSet(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
