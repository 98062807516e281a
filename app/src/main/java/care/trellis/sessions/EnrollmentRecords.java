package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of enrollments: who comes to which track, and who could. */
@Component
class EnrollmentRecords {

    /** A client's stay in a program. */
    record Stay(ClientId client, LocalDate admittedOn, @Nullable LocalDate dischargedOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(admittedOn)
                    && (dischargedOn == null || !day.isAfter(dischargedOn));
        }
    }

    private final JdbcClient jdbc;

    EnrollmentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Enrollee> enrollees(Permit permit, TrackId track, LocalDate today) {
        return jdbc.sql(
                        """
                        select e.id, e.client_id, c.given_name, c.family_name, e.from_date, e.to_date
                        from sessions.enrollment e
                        join clients.public_client c
                          on c.organization_id = e.organization_id and c.id = e.client_id
                        where e.organization_id = :organization and e.track_id = :track
                          and (e.to_date is null or e.to_date >= :today)
                        order by c.given_name, c.family_name, e.from_date
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("today", today)
                .query((row, number) ->
                        new Enrollee(
                                row.getObject(1, UUID.class),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getObject(6, LocalDate.class)))
                .list();
    }

    List<Candidate> candidates(Permit permit, TrackId track, ProgramId program, LocalDate today) {
        return jdbc.sql(
                        """
                        select p.id, p.client_id, c.given_name, c.family_name, p.admitted_on
                        from episodes.public_episode p
                        join clients.public_client c
                          on c.organization_id = p.organization_id and c.id = p.client_id
                        where p.organization_id = :organization and p.program_id = :program
                          and (p.discharged_on is null or p.discharged_on > :today)
                          and not exists (select from sessions.enrollment e
                              where e.organization_id = p.organization_id and e.track_id = :track
                                and e.client_id = p.client_id and (e.to_date is null or e.to_date >= :today))
                        order by c.given_name, c.family_name
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("program", program.value())
                .param("today", today)
                .query((row, number) ->
                        new Candidate(
                                new EpisodeId(row.getObject(1, UUID.class)),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class)))
                .list();
    }

    Optional<Stay> stay(Permit permit, EpisodeId episode, ProgramId program) {
        return jdbc.sql(
                        """
                        select client_id, admitted_on, discharged_on from episodes.public_episode
                        where organization_id = :organization and id = :episode and program_id = :program
                        """)
                .param("organization", permit.organization().value())
                .param("episode", episode.value())
                .param("program", program.value())
                .query((row, number) ->
                        new Stay(
                                new ClientId(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class)))
                .optional();
    }

    /** Enrollments into one track come one after the other. */
    void lock(Permit permit, TrackId track) {
        jdbc.sql(
                        """
                        select id from sessions.track
                        where organization_id = :organization and id = :track for no key update
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .query(UUID.class)
                .single();
    }

    boolean enrolled(Permit permit, TrackId track, ClientId client, LocalDate from, UUID except) {
        return jdbc.sql(
                        """
                        select exists (select from sessions.enrollment
                            where organization_id = :organization and track_id = :track and client_id = :client
                              and (to_date is null or to_date >= :from) and id <> :except)
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("client", client.value())
                .param("from", from)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    void addEnrollment(
            Permit permit,
            UUID id,
            TrackId track,
            ClientId client,
            EpisodeId episode,
            LocalDate from) {
        jdbc.sql(
                        """
                        insert into sessions.enrollment (organization_id, id, client_id, episode_id, track_id, from_date)
                        values (:organization, :id, :client, :episode, :track, :from)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("client", client.value())
                .param("episode", episode.value())
                .param("track", track.value())
                .param("from", from)
                .update();
    }

    Optional<ClientId> endEnrollment(
            Permit permit, TrackId track, UUID enrollment, LocalDate lastDay) {
        return jdbc.sql(
                        """
                        update sessions.enrollment set to_date = greatest(from_date, cast(:last as date))
                        where organization_id = :organization and track_id = :track and id = :enrollment
                        returning client_id
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("enrollment", enrollment)
                .param("last", lastDay)
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .optional();
    }
}
