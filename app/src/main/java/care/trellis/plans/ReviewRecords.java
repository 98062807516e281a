package care.trellis.plans;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of cadences and of the day each plan is due. */
@Repository
class ReviewRecords {

    /** A plan that is due, for the inbox. */
    record Due(UUID client, String name, UUID site, LocalDate on, boolean first) {}

    private record Stay(UUID id, UUID program, LocalDate admittedOn) {}

    private final JdbcClient jdbc;

    ReviewRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sooner of what the program asks and what the contract in force asks of it. */
    Cadence cadence(ClientId client, ProgramId program) {
        return jdbc
                .sql(
                        """
                        select c.first_days, c.review_days
                        from plans.cadence c
                        where c.organization_id = :organization and c.program_id = :program
                          and (c.contract_id is null or c.contract_id in (
                              select v.contract_id from clients.public_coverage v
                              where v.organization_id = :organization and v.client_id = :client
                                and v.effective_to is null))
                        """)
                .param("organization", organization())
                .param("program", program.value())
                .param("client", client.value())
                .query((row, number) ->
                        new Cadence(row.getInt("first_days"), row.getInt("review_days")))
                .list()
                .stream()
                .reduce(Cadence::and)
                .orElse(Cadence.DEFAULT);
    }

    /**
     * Makes the days due of a client's stays what they must be: a new stay gets its first day, one
     * that ended none.
     */
    void settle(ClientId client) {
        jdbc.sql(
                        """
                        delete from plans.due
                        where organization_id = :organization and client_id = :client and episode_id not in (
                            select e.id from episodes.public_episode e
                            where e.organization_id = :organization and e.client_id = :client
                              and e.discharged_on is null)
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .update();
        for (var stay : stays(client)) {
            jdbc.sql(
                            """
                            insert into plans.due (organization_id, episode_id, client_id, due_on, first)
                            select :organization, :episode, :client, coalesce(max(v.review_on), :due), count(*) = 0
                            from plans.version v
                            where v.organization_id = :organization and v.episode_id = :episode
                            on conflict (organization_id, episode_id) do nothing
                            """)
                    .param("organization", organization())
                    .param("episode", stay.id())
                    .param("client", client.value())
                    .param(
                            "due",
                            stay.admittedOn()
                                    .plusDays(
                                            cadence(client, new ProgramId(stay.program()))
                                                    .firstDays()))
                    .update();
        }
    }

    /** When the plan of a stay is due; nothing for one that ended. */
    Optional<LocalDate> due(EpisodeId episode) {
        return jdbc.sql(
                        "select due_on from plans.due where organization_id = :organization and episode_id = :episode")
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** When plans of a client's open stays are due. */
    record DueOn(LocalDate on, boolean first) {}

    List<DueOn> dueOf(ClientId client) {
        return jdbc.sql(
                        "select due_on, first from plans.due where organization_id = :organization and client_id = :client")
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new DueOn(
                                row.getObject("due_on", LocalDate.class), row.getBoolean("first")))
                .list();
    }

    void move(EpisodeId episode, LocalDate day) {
        jdbc.sql(
                        """
                        update plans.due set due_on = :day
                        where organization_id = :organization and episode_id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("day", day)
                .update();
    }

    private List<Stay> stays(ClientId client) {
        return jdbc.sql(
                        """
                        select e.id, e.program_id, e.admitted_on
                        from episodes.public_episode e
                        where e.organization_id = :organization and e.client_id = :client
                          and e.discharged_on is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Stay(
                                row.getObject("id", UUID.class),
                                row.getObject("program_id", UUID.class),
                                row.getObject("admitted_on", LocalDate.class)))
                .list();
    }

    void due(ClientId client, EpisodeId episode, LocalDate day) {
        jdbc.sql(
                        """
                        insert into plans.due (organization_id, episode_id, client_id, due_on, first)
                        values (:organization, :episode, :client, :due, false)
                        on conflict (organization_id, episode_id)
                        do update set due_on = excluded.due_on, first = false
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("client", client.value())
                .param("due", day)
                .update();
    }

    /** Objectives of the stay that is open which are still worked on. */
    int openObjectives(ClientId client) {
        return jdbc.sql(
                        """
                        select count(*)
                        from episodes.public_episode e
                        join episodes.public_goal g on g.organization_id = e.organization_id and g.episode_id = e.id
                        join plans.objective o on o.organization_id = g.organization_id and o.goal_id = g.id
                        where e.organization_id = :organization and e.client_id = :client
                          and e.discharged_on is null and g.closed_on is null
                          and o.status in ('NEW', 'IN_PROGRESS', 'PARTLY_MET')
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Plans due on or before that day, the oldest first. */
    List<Due> dueBy(LocalDate day) {
        return jdbc.sql(
                        """
                        select d.client_id, c.given_name, c.family_name, c.site_id, d.due_on, d.first
                        from plans.due d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        where d.organization_id = :organization and d.due_on <= :day
                        order by d.due_on, c.family_name
                        """)
                .param("organization", organization())
                .param("day", day)
                .query((row, number) ->
                        new Due(
                                row.getObject("client_id", UUID.class),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getObject("site_id", UUID.class),
                                row.getObject("due_on", LocalDate.class),
                                row.getBoolean("first")))
                .list();
    }

    List<Reviews.Rule> rules() {
        return jdbc.sql(
                        """
                        select c.program_id, p.name as program_name, c.contract_id, k.payer_name, k.name as contract_name,
                               c.first_days, c.review_days
                        from plans.cadence c
                        join organizations.public_program p
                          on p.organization_id = c.organization_id and p.id = c.program_id
                        left join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where c.organization_id = :organization
                        order by p.name, k.payer_name nulls first, k.name
                        """)
                .param("organization", organization())
                .query((row, number) -> {
                    var contract = row.getObject("contract_id", UUID.class);
                    return new Reviews.Rule(
                            new ProgramId(row.getObject("program_id", UUID.class)),
                            row.getString("program_name"),
                            contract == null ? null : new ContractId(contract),
                            contract == null
                                    ? ""
                                    : row.getString("payer_name")
                                            + " · "
                                            + row.getString("contract_name"),
                            new Cadence(row.getInt("first_days"), row.getInt("review_days")));
                })
                .list();
    }

    void rule(ProgramId program, @Nullable ContractId contract, Cadence cadence) {
        jdbc.sql(
                        """
                        insert into plans.cadence (organization_id, id, program_id, contract_id, first_days, review_days)
                        values (:organization, :id, :program, :contract, :first, :review)
                        on conflict (organization_id, program_id, contract_id)
                        do update set first_days = excluded.first_days, review_days = excluded.review_days
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("program", program.value())
                .param("contract", contract == null ? null : contract.value())
                .param("first", cadence.firstDays())
                .param("review", cadence.reviewDays())
                .update();
    }

    boolean drop(ProgramId program, @Nullable ContractId contract) {
        return jdbc.sql(
                                """
                                delete from plans.cadence
                                where organization_id = :organization and program_id = :program
                                  and contract_id is not distinct from cast(:contract as uuid)
                                """)
                        .param("organization", organization())
                        .param("program", program.value())
                        .param("contract", contract == null ? null : contract.value())
                        .update()
                > 0;
    }

    Map<String, String> programs() {
        return names(
                "select id, name from organizations.public_program where organization_id = :organization order by name");
    }

    Map<String, String> contracts() {
        return names(
                """
                select id, payer_name || ' · ' || name from payers.public_contract
                where organization_id = :organization order by payer_name, name
                """);
    }

    private Map<String, String> names(String sql) {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql(sql)
                .param("organization", organization())
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    boolean isProgram(ProgramId program) {
        return exists(
                "select 1 from organizations.public_program where organization_id = :organization and id = :id",
                program.value());
    }

    boolean isContract(ContractId contract) {
        return exists(
                "select 1 from payers.public_contract where organization_id = :organization and id = :id",
                contract.value());
    }

    private boolean exists(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("organization", organization())
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
