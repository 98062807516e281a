package care.trellis.episodes;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of stays and placements. */
@Repository
class EpisodeRecords {

    private final JdbcClient jdbc;

    EpisodeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isProgram(ProgramId program) {
        return jdbc.sql(
                        "select 1 from organizations.public_program where organization_id = :organization and id = :program")
                .param("organization", organization())
                .param("program", program.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether 42 CFR Part 2 applies to a program that treats the client, or did. */
    boolean isPart2(ClientId client) {
        return jdbc.sql(
                        """
                        select exists (
                            select from episodes.public_episode e
                            join organizations.public_program p
                              on p.organization_id = e.organization_id and p.id = e.program_id
                            where e.organization_id = :organization and e.client_id = :client and p.part_2)
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(Boolean.class)
                .single();
    }

    /** The stays of a client, the newest first, each with its placements, the oldest first. */
    List<Episode> of(ClientId client) {
        return jdbc
                .sql(
                        """
                        select e.id, e.program_id, e.admitted_on, e.discharged_on, e.discharge_reason,
                               p.level_of_care, p.from_date, p.to_date
                        from episodes.episode e
                        left join episodes.placement p on p.organization_id = e.organization_id and p.episode_id = e.id
                        where e.organization_id = :organization and e.client_id = :client and e.withdrawn_at is null
                        order by e.admitted_on desc, e.id, p.from_date
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Episode(
                                new EpisodeId(row.getObject("id", UUID.class)),
                                client,
                                new ProgramId(row.getObject("program_id", UUID.class)),
                                row.getObject("admitted_on", LocalDate.class),
                                placement(row),
                                discharge(row)))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Episode::id,
                                one -> one,
                                EpisodeRecords::withPlacementsOf,
                                LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static List<Episode.Placement> placement(ResultSet row) throws SQLException {
        var level = row.getString("level_of_care");
        return level == null
                ? List.of()
                : List.of(
                        new Episode.Placement(
                                LevelOfCare.valueOf(level),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("to_date", LocalDate.class)));
    }

    /** Rows of one stay, each with one placement, as one stay. */
    private static Episode withPlacementsOf(Episode stay, Episode next) {
        return new Episode(
                stay.id(),
                stay.client(),
                stay.program(),
                stay.admittedOn(),
                Stream.concat(stay.placements().stream(), next.placements().stream()).toList(),
                stay.discharge());
    }

    void insert(EpisodeId episode, ClientId client, ProgramId program, LocalDate day) {
        jdbc.sql(
                        """
                        insert into episodes.episode (organization_id, id, client_id, program_id, admitted_on)
                        values (:organization, :id, :client, :program, :day)
                        """)
                .param("organization", organization())
                .param("id", episode.value())
                .param("client", client.value())
                .param("program", program.value())
                .param("day", day)
                .update();
    }

    void insertPlacement(EpisodeId episode, Episode.Placement placement) {
        jdbc.sql(
                        """
                        insert into episodes.placement (organization_id, id, episode_id, level_of_care, from_date, to_date)
                        values (:organization, :id, :episode, :level, :from, :to)
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("episode", episode.value())
                .param("level", placement.level().name())
                .param("from", placement.from())
                .param("to", placement.to())
                .update();
    }

    /** Leaves no placement on that day or later. */
    void clearPlacements(EpisodeId episode, LocalDate from) {
        jdbc.sql(
                        """
                        delete from episodes.placement
                        where organization_id = :organization and episode_id = :episode and from_date >= :from
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        update episodes.placement set to_date = cast(:from as date) - 1
                        where organization_id = :organization and episode_id = :episode
                          and (to_date is null or to_date >= :from)
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("from", from)
                .update();
    }

    void endPlacement(EpisodeId episode, LocalDate from, @Nullable LocalDate lastDay) {
        jdbc.sql(
                        """
                        update episodes.placement set to_date = :day
                        where organization_id = :organization and episode_id = :episode and from_date = :from
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("from", from)
                .param("day", lastDay)
                .update();
    }

    void reopen(EpisodeId episode) {
        jdbc.sql(
                        """
                        update episodes.episode set discharged_on = null, discharge_reason = null
                        where organization_id = :organization and id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .update();
    }

    void withdraw(EpisodeId episode, Instant now) {
        jdbc.sql(
                        """
                        update episodes.episode set withdrawn_at = :now
                        where organization_id = :organization and id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void discharge(EpisodeId episode, LocalDate day, DischargeReason reason) {
        jdbc.sql(
                        """
                        update episodes.episode set discharged_on = :day, discharge_reason = :reason
                        where organization_id = :organization and id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .param("day", day)
                .param("reason", reason.name())
                .update();
    }

    private static Episode.@Nullable Discharge discharge(ResultSet row) throws SQLException {
        var day = row.getObject("discharged_on", LocalDate.class);
        return day == null
                ? null
                : new Episode.Discharge(
                        day, DischargeReason.valueOf(row.getString("discharge_reason")));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
