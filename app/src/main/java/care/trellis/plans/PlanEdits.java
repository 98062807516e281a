package care.trellis.plans;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.GoalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the living plan, written. */
@Repository
class PlanEdits {

    private final JdbcClient jdbc;
    private final Vault vault;

    PlanEdits(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Writes other hours into an outline that stands; the words stay. */
    void minutes(EpisodeId episode, int minutes) {
        jdbc.sql(
                        """
                        update plans.outline set minutes_per_week = :minutes
                        where organization_id = :organization and episode_id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("minutes", minutes)
                .update();
    }

    /** Whether it was stored; not where somebody saved another revision in between. */
    boolean save(EpisodeId episode, TreatmentPlan.Outline outline, Instant now, Actor actor) {
        var words =
                new PlanRecords.Words(
                        outline.strengths(),
                        outline.barriers(),
                        outline.preferences(),
                        outline.supports(),
                        outline.done(),
                        outline.part());
        return jdbc.sql(
                                """
                                insert into plans.outline (organization_id, episode_id, minutes_per_week, weeks, words,
                                    revision, saved_at, saved_by)
                                values (:organization, :episode, :minutes, :weeks, :words, :next, :now, :account)
                                on conflict (organization_id, episode_id)
                                do update set minutes_per_week = excluded.minutes_per_week, weeks = excluded.weeks,
                                    words = excluded.words, revision = excluded.revision,
                                    saved_at = excluded.saved_at, saved_by = excluded.saved_by
                                where outline.revision = :revision
                                """)
                        .param("organization", organization())
                        .param("episode", episode.value())
                        .param("minutes", outline.minutesPerWeek())
                        .param("weeks", outline.weeks())
                        .param("words", vault.seal(episode.value(), PlanContent.part(words)))
                        .param("revision", outline.revision())
                        .param("next", outline.revision() + 1)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("account", actor.account())
                        .update()
                == 1;
    }

    /** Under the client's lock, so that no number is given twice. */
    void insertProblem(EpisodeId episode, ProblemId problem, String statement, String diagnosis) {
        jdbc.sql(
                        """
                        insert into plans.problem (organization_id, id, episode_id, number, statement, diagnosis_code)
                        select :organization, :id, :episode, coalesce(max(number), 0) + 1, :statement, :diagnosis
                        from plans.problem
                        where organization_id = :organization and episode_id = :episode
                        """)
                .param("organization", organization())
                .param("id", problem.value())
                .param("episode", episode.value())
                .param("statement", vault.seal(problem.value(), statement))
                .param("diagnosis", diagnosis.isEmpty() ? null : diagnosis)
                .update();
    }

    void defer(ProblemId problem, TreatmentPlan.Deferral deferral) {
        jdbc.sql(
                        """
                        update plans.problem set deferred_until = :until, deferral_reason = :reason
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", problem.value())
                .param("until", deferral.until())
                .param("reason", vault.seal(problem.value(), deferral.reason()))
                .update();
    }

    void resume(ProblemId problem) {
        jdbc.sql(
                        """
                        update plans.problem set deferred_until = null, deferral_reason = null
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", problem.value())
                .update();
    }

    /** The goal answers this problem from now on. */
    void aim(GoalId goal, ProblemId problem) {
        jdbc.sql(
                        """
                        insert into plans.aim (organization_id, goal_id, problem_id)
                        values (:organization, :goal, :problem)
                        on conflict (organization_id, goal_id) do update set problem_id = excluded.problem_id
                        """)
                .param("organization", organization())
                .param("goal", goal.value())
                .param("problem", problem.value())
                .update();
    }

    /** Under the client's lock, so that no number is given twice. */
    void insertObjective(
            GoalId goal, ObjectiveId objective, TreatmentPlan.Target target, LocalDate day) {
        var words =
                new PlanRecords.ObjectiveWords(
                        target.text(), target.measure(), target.baseline(), target.target());
        jdbc.sql(
                        """
                        insert into plans.objective (organization_id, id, goal_id, number, content, scored, target_on,
                            status, status_on)
                        select :organization, :id, :goal, coalesce(max(number), 0) + 1, :content, :scored, :target,
                            'NEW', :day
                        from plans.objective
                        where organization_id = :organization and goal_id = :goal
                        """)
                .param("organization", organization())
                .param("id", objective.value())
                .param("goal", goal.value())
                .param("content", vault.seal(objective.value(), PlanContent.part(words)))
                .param("scored", target.scored())
                .param("target", target.on())
                .param("day", day)
                .update();
    }

    void progress(
            ObjectiveId objective,
            TreatmentPlan.Status status,
            LocalDate day,
            Instant now,
            Actor actor) {
        jdbc.sql(
                        """
                        insert into plans.progress (organization_id, id, objective_id, status, on_date, at, account_id,
                            account_name)
                        values (:organization, :id, :objective, :status, :day, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("objective", objective.value())
                .param("status", status.name())
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
        jdbc.sql(
                        """
                        update plans.objective set status = :status, status_on = :day
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", objective.value())
                .param("status", status.name())
                .param("day", day)
                .update();
    }

    void insertIntervention(ObjectiveId objective, UUID id, TreatmentPlan.Terms terms) {
        jdbc.sql(
                        """
                        insert into plans.intervention (organization_id, id, objective_id, modality, approach,
                            times_per_week, minutes, weeks, responsible)
                        values (:organization, :id, :objective, :modality, :approach, :times, :minutes, :weeks,
                            :responsible)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("objective", objective.value())
                .param("modality", terms.modality().name())
                .param("approach", terms.approach())
                .param("times", terms.timesPerWeek())
                .param("minutes", terms.minutes())
                .param("weeks", terms.weeks())
                .param("responsible", terms.responsible())
                .update();
    }

    void endIntervention(UUID id, LocalDate day) {
        jdbc.sql(
                        """
                        update plans.intervention set ended_on = :day
                        where organization_id = :organization and id = :id and ended_on is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("day", day)
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
