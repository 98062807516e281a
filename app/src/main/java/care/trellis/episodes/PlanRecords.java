package care.trellis.episodes;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of plans and goals. */
@Repository
class PlanRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Plan of(EpisodeId episode) {
        return new Plan(versions(episode), goals(episode));
    }

    private List<Plan.Version> versions(EpisodeId episode) {
        return jdbc.sql(
                        """
                        select minutes_per_week, from_date, physician_signed_on, certified_on from episodes.plan
                        where organization_id = :organization and episode_id = :episode
                        order by from_date desc
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) ->
                        new Plan.Version(
                                row.getInt("minutes_per_week"),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("physician_signed_on", LocalDate.class),
                                row.getObject("certified_on", LocalDate.class)))
                .list();
    }

    private List<Plan.Goal> goals(EpisodeId episode) {
        return jdbc.sql(
                        """
                        select id, number, text, closed_on from episodes.goal
                        where organization_id = :organization and episode_id = :episode
                        order by number
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) ->
                        new Plan.Goal(
                                new GoalId(row.getObject("id", UUID.class)),
                                row.getInt("number"),
                                row.getString("text"),
                                row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    void adopt(EpisodeId episode, Plan.Version version) {
        jdbc.sql(
                        """
                        insert into episodes.plan (organization_id, id, episode_id, minutes_per_week, from_date,
                            physician_signed_on, certified_on, recorded_at)
                        values (:organization, :id, :episode, :minutes, :from, :signed, :certified, :now)
                        on conflict (organization_id, episode_id, from_date)
                        do update set minutes_per_week = excluded.minutes_per_week,
                            physician_signed_on = excluded.physician_signed_on,
                            certified_on = excluded.certified_on, recorded_at = excluded.recorded_at
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("episode", episode.value())
                .param("minutes", version.minutesPerWeek())
                .param("from", version.from())
                .param("signed", version.physicianSignedOn())
                .param("certified", version.certifiedOn())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void clear(EpisodeId episode, LocalDate from) {
        jdbc.sql(
                        """
                        delete from episodes.plan
                        where organization_id = :organization and episode_id = :episode and from_date >= :from
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("from", from)
                .update();
    }

    /** Under the client's lock, so that no number is given twice. */
    void insertGoal(EpisodeId episode, GoalId goal, String text) {
        jdbc.sql(
                        """
                        insert into episodes.goal (organization_id, id, episode_id, number, text)
                        select :organization, :id, :episode, coalesce(max(number), 0) + 1, :text
                        from episodes.goal
                        where organization_id = :organization and episode_id = :episode
                        """)
                .param("organization", organization())
                .param("id", goal.value())
                .param("episode", episode.value())
                .param("text", text)
                .update();
    }

    boolean closeGoal(EpisodeId episode, GoalId goal, LocalDate day) {
        return jdbc.sql(
                                """
                                update episodes.goal set closed_on = :day
                                where organization_id = :organization and episode_id = :episode and id = :id
                                  and closed_on is null
                                """)
                        .param("organization", organization())
                        .param("episode", episode.value())
                        .param("id", goal.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
