package care.trellis.plans;

import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients work on: the objectives that a note or a score can point to. */
@Service
public class Objectives {

    /**
     * An objective that is worked on.
     *
     * @param number of the goal and of the objective in it, such as {@code 1.2}
     */
    public record Open(ObjectiveId id, String number, String text) {

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "Open[" + number + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;

    Objectives(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * The objectives that each of these clients worked on that day, in the plan's order. A client
     * without one is absent. The caller records whom it reads of.
     */
    @Transactional(readOnly = true)
    public Map<ClientId, List<Open>> open(
            Permit permit, Collection<ClientId> clients, LocalDate day) {
        permit.require(
                Action.NOTE_WRITE,
                Action.NOTE_SIGN,
                Action.NOTE_VIEW,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        var open = new HashMap<ClientId, List<Open>>();
        jdbc.sql(
                        """
                        select e.client_id, g.number as goal, o.number, o.id, o.content
                        from episodes.public_episode e
                        join episodes.public_goal g on g.organization_id = e.organization_id and g.episode_id = e.id
                            and (g.closed_on is null or g.closed_on >= :day)
                        join plans.objective o on o.organization_id = g.organization_id and o.goal_id = g.id
                            and (o.status in ('NEW', 'IN_PROGRESS', 'PARTLY_MET') or o.status_on > :day)
                        where e.organization_id = :organization and e.client_id = any(:clients)
                          and e.admitted_on <= :day and (e.discharged_on is null or e.discharged_on >= :day)
                        order by g.number, o.number
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var words =
                            PlanContent.part(
                                    vault.open(id, row.getBytes("content")),
                                    PlanRecords.ObjectiveWords.class);
                    open.computeIfAbsent(
                                    new ClientId(row.getObject("client_id", UUID.class)),
                                    client -> new ArrayList<>())
                            .add(
                                    new Open(
                                            new ObjectiveId(id),
                                            row.getInt("goal") + "." + row.getInt("number"),
                                            words.text()));
                });
        return open;
    }
}
