package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of one client's enrollments and of the seats that follow from them. */
@Repository
class BookingRecords {

    /**
     * A dated session ahead, and how the client stands in it.
     *
     * @param expected whether the client sits there because of the track
     * @param free whether a seat could be taken: none is, or it ended with an enrollment
     */
    record Ahead(Seats.Seat seat, TrackId track, boolean expected, boolean free) {}

    private final JdbcClient jdbc;

    BookingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds on that day or later, the earliest first. */
    List<Booking> of(ClientId client, LocalDate day) {
        return jdbc.sql(
                        """
                        select id, episode_id, track_id, days, from_date, to_date from sessions.enrollment
                        where organization_id = :organization and client_id = :client
                          and (to_date is null or to_date >= :day)
                        order by from_date, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("day", day)
                .query((row, number) ->
                        new Booking(
                                row.getObject("id", UUID.class),
                                new EpisodeId(row.getObject("episode_id", UUID.class)),
                                new TrackId(row.getObject("track_id", UUID.class)),
                                days(row),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("to_date", LocalDate.class)))
                .list();
    }

    void delete(UUID enrollment) {
        jdbc.sql(
                        "delete from sessions.enrollment where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", enrollment)
                .update();
    }

    void end(UUID enrollment, @Nullable LocalDate lastDay) {
        jdbc.sql(
                        """
                        update sessions.enrollment set to_date = :last
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", enrollment)
                .param("last", lastDay)
                .update();
    }

    void insert(ClientId client, Booking booking) {
        jdbc.sql(
                        """
                        insert into sessions.enrollment (organization_id, id, client_id, episode_id, track_id, from_date,
                            to_date, days)
                        values (:organization, :id, :client, :episode, :track, :from, :to, :days)
                        """)
                .param("organization", organization())
                .param("id", booking.enrollment())
                .param("client", client.value())
                .param("episode", booking.episode().value())
                .param("track", booking.track().value())
                .param("from", booking.from())
                .param("to", booking.to())
                .param(
                        "days",
                        booking.days().isEmpty()
                                ? null
                                : booking.days().stream()
                                        .map(DayOfWeek::getValue)
                                        .sorted()
                                        .toArray(Integer[]::new))
                .update();
    }

    /** Every session ahead of these tracks, from a day on, in the order in which they begin. */
    List<Ahead> ahead(ClientId client, Collection<TrackId> tracks, LocalDate from, Instant now) {
        return jdbc.sql(
                        """
                        select s.id, s.title, s.track_id, s.local_date, s.starts_at, s.zone,
                               t.session_id is not null and t.removed_at is null and t.source = 'TRACK' as expected,
                               t.session_id is null or t.removed_reason = :ended as free
                        from sessions.session s
                        left join sessions.seat t
                          on t.organization_id = s.organization_id and t.session_id = s.id and t.client_id = :client
                        where s.organization_id = :organization and s.track_id = any(:tracks)
                          and s.local_date >= :from and s.starts_at > :now and s.cancelled_at is null
                        order by s.starts_at, s.id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("tracks", tracks.stream().map(TrackId::value).toArray(UUID[]::new))
                .param("from", from)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ended", SeatRecords.ENROLLMENT_ENDED)
                .query((row, number) ->
                        new Ahead(
                                new Seats.Seat(
                                        new SessionId(row.getObject("id", UUID.class)),
                                        row.getString("title"),
                                        row.getObject("local_date", LocalDate.class),
                                        row.getObject("starts_at", OffsetDateTime.class)
                                                .toInstant(),
                                        ZoneId.of(row.getString("zone"))),
                                new TrackId(row.getObject("track_id", UUID.class)),
                                row.getBoolean("expected"),
                                row.getBoolean("free")))
                .list();
    }

    void leave(ClientId client, List<Seats.Seat> seats, Instant now) {
        jdbc.sql(
                        """
                        update sessions.seat set removed_at = :now, removed_reason = :ended
                        where organization_id = :organization and client_id = :client and session_id = any(:sessions)
                          and removed_at is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("sessions", sessions(seats))
                .param("ended", SeatRecords.ENROLLMENT_ENDED)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void take(ClientId client, List<Seats.Seat> seats) {
        jdbc.sql(
                        """
                        insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
                        select s.organization_id, s.id, :client, s.local_date, 'TRACK'
                        from sessions.session s
                        where s.organization_id = :organization and s.id = any(:sessions)
                        on conflict (organization_id, session_id, client_id) do update
                           set removed_at = null, removed_reason = null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("sessions", sessions(seats))
                .update();
    }

    /** Sessions ahead that were planned for this client alone, after a day. */
    List<Seats.Seat> planned(ClientId client, LocalDate lastDay, Instant now) {
        return jdbc.sql(
                        """
                        select s.id, s.title, s.local_date, s.starts_at, s.zone
                        from sessions.seat t
                        join sessions.session s on s.organization_id = t.organization_id and s.id = t.session_id
                        where t.organization_id = :organization and t.client_id = :client and t.removed_at is null
                          and t.local_date > :last and t.source <> 'TRACK' and s.starts_at > :now
                        order by s.starts_at
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("last", lastDay)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Seats.Seat(
                                new SessionId(row.getObject("id", UUID.class)),
                                row.getString("title"),
                                row.getObject("local_date", LocalDate.class),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                ZoneId.of(row.getString("zone"))))
                .list();
    }

    /** The last day of each stay that ended, as the episodes say it. */
    List<LastDay> ended(ClientId client) {
        return jdbc.sql(
                        """
                        select id, discharged_on from episodes.public_episode
                        where organization_id = :organization and client_id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new LastDay(
                                new EpisodeId(row.getObject("id", UUID.class)),
                                row.getObject("discharged_on", LocalDate.class)))
                .list();
    }

    /**
     * A stay and its last day.
     *
     * @param on null while it lasts
     */
    record LastDay(EpisodeId episode, @Nullable LocalDate on) {}

    private static UUID[] sessions(List<Seats.Seat> seats) {
        return seats.stream().map(seat -> seat.session().value()).toArray(UUID[]::new);
    }

    private static Set<DayOfWeek> days(ResultSet row) throws SQLException {
        var days = row.getArray("days");
        return days == null
                ? Set.of()
                : Arrays.stream((Integer[]) days.getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
