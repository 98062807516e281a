package care.trellis.plans;

import static care.trellis.plans.TreatmentPlan.Deferral;
import static care.trellis.plans.TreatmentPlan.Intervention;
import static care.trellis.plans.TreatmentPlan.Modality;
import static care.trellis.plans.TreatmentPlan.Objective;
import static care.trellis.plans.TreatmentPlan.Outline;
import static care.trellis.plans.TreatmentPlan.Problem;
import static care.trellis.plans.TreatmentPlan.Status;
import static care.trellis.plans.TreatmentPlan.Target;
import static care.trellis.plans.TreatmentPlan.Terms;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.GoalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the living plan, read. */
@Repository
class PlanRecords {

    /** The sealed words of an outline. */
    record Words(
            String strengths,
            String barriers,
            String preferences,
            String supports,
            String done,
            String part) {

        static final Words NONE = new Words("", "", "", "", "", "");
    }

    /** The sealed part of an objective. */
    record ObjectiveWords(String text, String measure, String baseline, String target) {}

    private record ObjectiveRow(UUID goal, Objective objective) {}

    private record InterventionRow(UUID objective, Intervention intervention) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    PlanRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The outline, and when it was saved last. */
    record Kept(Outline outline, Instant savedAt) {}

    Optional<Kept> outline(EpisodeId episode) {
        return jdbc.sql(
                        """
                        select minutes_per_week, weeks, words, revision, saved_at from plans.outline
                        where organization_id = :organization and episode_id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) -> {
                    var words =
                            PlanContent.part(
                                    vault.open(episode.value(), row.getBytes("words")),
                                    Words.class);
                    return new Kept(
                            new Outline(
                                    row.getInt("minutes_per_week"),
                                    row.getObject("weeks", Integer.class),
                                    words.strengths(),
                                    words.barriers(),
                                    words.preferences(),
                                    words.supports(),
                                    words.done(),
                                    words.part(),
                                    row.getInt("revision")),
                            row.getObject("saved_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /**
     * The problems by number.
     *
     * @param goals of each problem
     */
    List<Problem> problems(EpisodeId episode, Map<UUID, List<TreatmentPlan.Goal>> goals) {
        return jdbc.sql(
                        """
                        select id, number, statement, diagnosis_code, deferred_until, deferral_reason from plans.problem
                        where organization_id = :organization and episode_id = :episode
                        order by number
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var code = row.getString("diagnosis_code");
                    return new Problem(
                            new ProblemId(id),
                            row.getInt("number"),
                            vault.open(id, row.getBytes("statement")),
                            code == null ? "" : code,
                            deferral(id, row),
                            goals.getOrDefault(id, List.of()));
                })
                .list();
    }

    private @Nullable Deferral deferral(UUID problem, ResultSet row) throws SQLException {
        var until = row.getObject("deferred_until", LocalDate.class);
        return until == null
                ? null
                : new Deferral(vault.open(problem, row.getBytes("deferral_reason")), until);
    }

    /** The problem that each goal of the episode answers. */
    Map<GoalId, UUID> aims(EpisodeId episode) {
        var aims = new HashMap<GoalId, UUID>();
        jdbc.sql(
                        """
                        select a.goal_id, a.problem_id
                        from plans.problem p
                        join plans.aim a on a.organization_id = p.organization_id and a.problem_id = p.id
                        where p.organization_id = :organization and p.episode_id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query(row -> {
                    aims.put(
                            new GoalId(row.getObject("goal_id", UUID.class)),
                            row.getObject("problem_id", UUID.class));
                });
        return aims;
    }

    /** The objectives of these goals, by number, with what is done for each. */
    Map<UUID, List<Objective>> objectives(UUID[] goals) {
        var interventions = interventions(goals);
        return jdbc
                .sql(
                        """
                        select id, goal_id, number, content, scored, target_on, status, status_on from plans.objective
                        where organization_id = :organization and goal_id = any(:goals)
                        order by number
                        """)
                .param("organization", organization())
                .param("goals", goals)
                .query((row, number) -> objective(row, interventions))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                ObjectiveRow::goal,
                                Collectors.mapping(ObjectiveRow::objective, Collectors.toList())));
    }

    private ObjectiveRow objective(ResultSet row, Map<UUID, List<Intervention>> interventions)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var words = PlanContent.part(vault.open(id, row.getBytes("content")), ObjectiveWords.class);
        return new ObjectiveRow(
                row.getObject("goal_id", UUID.class),
                new Objective(
                        new ObjectiveId(id),
                        row.getInt("number"),
                        new Target(
                                words.text(),
                                words.measure(),
                                row.getBoolean("scored"),
                                words.baseline(),
                                words.target(),
                                row.getObject("target_on", LocalDate.class)),
                        Status.valueOf(row.getString("status")),
                        row.getObject("status_on", LocalDate.class),
                        interventions.getOrDefault(id, List.of())));
    }

    private Map<UUID, List<Intervention>> interventions(UUID[] goals) {
        return jdbc
                .sql(
                        """
                        select i.id, i.objective_id, i.modality, i.approach, i.times_per_week, i.minutes, i.weeks,
                               i.responsible
                        from plans.objective o
                        join plans.intervention i
                          on i.organization_id = o.organization_id and i.objective_id = o.id
                        where o.organization_id = :organization and o.goal_id = any(:goals) and i.ended_on is null
                        order by i.id
                        """)
                .param("organization", organization())
                .param("goals", goals)
                .query((row, number) ->
                        new InterventionRow(
                                row.getObject("objective_id", UUID.class),
                                new Intervention(
                                        row.getObject("id", UUID.class),
                                        new Terms(
                                                Modality.valueOf(row.getString("modality")),
                                                row.getString("approach"),
                                                row.getBigDecimal("times_per_week"),
                                                row.getInt("minutes"),
                                                row.getInt("weeks"),
                                                row.getString("responsible")))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                InterventionRow::objective,
                                Collectors.mapping(
                                        InterventionRow::intervention, Collectors.toList())));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
