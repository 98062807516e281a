package care.trellis.transitions;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.SiteId;
import care.trellis.papers.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of changes, and of what hangs on their days. */
@Repository
class TransitionRecords {

    /** A change with what gave way to it. */
    record Whole(Transition transition, ClientId client, EpisodeId episode, Before before) {}

    /**
     * A program that a client can be in.
     *
     * @param elsewhere whether it is another site than the client's
     */
    record Program(ProgramId id, String name, SiteId site, String siteName, boolean elsewhere) {

        /** With its site where that is not the client's. */
        String label() {
            return elsewhere ? "%s, %s".formatted(name, siteName) : name;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ROW =
            """
            select id, client_id, episode_id, kind, from_date, steps, before, reason, seats_left, seats_taken, made_at,
                   made_by_name, undone_at, undone_by_name
            from transitions.transition
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    TransitionRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Every change of a client, the newest first. */
    List<Whole> of(ClientId client) {
        return jdbc.sql(
                        ROW
                                + """
                                where organization_id = :organization and client_id = :client
                                order by made_at desc, id
                                """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> whole(row))
                .list();
    }

    void insert(Transition made, ClientId client, EpisodeId episode, Before before, Actor actor) {
        jdbc.sql(
                        """
                        insert into transitions.transition (organization_id, id, client_id, episode_id, kind, from_date,
                            steps, before, reason, seats_left, seats_taken, made_at, made_by, made_by_name)
                        values (:organization, :id, :client, :episode, :kind, :from, cast(:steps as jsonb),
                            cast(:before as jsonb), :reason, :left, :taken, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", made.id().value())
                .param("client", client.value())
                .param("episode", episode.value())
                .param("kind", made.kind().name())
                .param("from", made.from())
                .param("steps", JSON.writeValueAsString(made.steps()))
                .param("before", JSON.writeValueAsString(before))
                .param("reason", vault.seal(made.id().value(), made.reason()))
                .param("left", made.seatsLeft())
                .param("taken", made.seatsTaken())
                .param("now", utc(made.madeAt()))
                .param("account", actor.account())
                .param("name", made.madeBy())
                .update();
    }

    void undo(TransitionId transition, Transition.Undone undone) {
        jdbc.sql(
                        """
                        update transitions.transition set undone_at = :now, undone_by_name = :name
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", transition.value())
                .param("now", utc(undone.at()))
                .param("name", undone.by())
                .update();
    }

    void carries(TransitionId transition, PaperId paper) {
        jdbc.sql(
                        """
                        update transitions.transition set paper_id = :paper
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", transition.value())
                .param("paper", paper.value())
                .update();
    }

    /** The first day on or after that one for which attendance of the client is on record. */
    Optional<LocalDate> attended(ClientId client, LocalDate from) {
        return jdbc.sql(
                        """
                        select min(local_date) from attendance.public_mark
                        where organization_id = :organization and client_id = :client and local_date >= :from
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * The programs of a client's site, then those of others, by name.
     *
     * @param sites where to look; empty looks at every site of the organization
     */
    List<Program> programs(ClientId client, Set<UUID> sites) {
        return jdbc.sql(
                        """
                        select p.id, p.name, p.site_id, s.name as site, p.site_id <> c.site_id as elsewhere
                        from clients.public_client c
                        join organizations.public_program p on p.organization_id = c.organization_id
                        join organizations.public_site s on s.organization_id = p.organization_id and s.id = p.site_id
                        where c.organization_id = :organization and c.id = :client
                          and (cardinality(:sites::uuid[]) = 0 or p.site_id = any (:sites::uuid[]))
                        order by elsewhere, site, p.name
                        """)
                .param("sites", sites.toArray(UUID[]::new))
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Program(
                                new ProgramId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                new SiteId(row.getObject("site_id", UUID.class)),
                                row.getString("site"),
                                row.getBoolean("elsewhere")))
                .list();
    }

    /** The program, where it is of another site than the client's. */
    Optional<Program> otherSite(ClientId client, ProgramId program) {
        return programs(client, Set.of()).stream()
                .filter(one -> one.elsewhere() && one.id().equals(program))
                .findFirst();
    }

    private Whole whole(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Whole(
                new Transition(
                        new TransitionId(id),
                        Transition.Kind.valueOf(row.getString("kind")),
                        row.getObject("from_date", LocalDate.class),
                        Arrays.asList(JSON.readValue(row.getString("steps"), Step[].class)),
                        vault.open(id, row.getBytes("reason")),
                        row.getInt("seats_left"),
                        row.getInt("seats_taken"),
                        instant(row, "made_at"),
                        row.getString("made_by_name"),
                        undone(row)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new EpisodeId(row.getObject("episode_id", UUID.class)),
                JSON.readValue(row.getString("before"), Before.class));
    }

    private static Transition.@Nullable Undone undone(ResultSet row) throws SQLException {
        return row.getObject("undone_at") == null
                ? null
                : new Transition.Undone(instant(row, "undone_at"), row.getString("undone_by_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
