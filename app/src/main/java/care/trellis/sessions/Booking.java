package care.trellis.sessions;

import care.trellis.episodes.EpisodeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client comes to a track: on every day of its week, or on some.
 *
 * @param enrollment the id it is kept under
 * @param days the days of the week; none: all that the track has
 * @param to last day; null: no end
 */
public record Booking(
        UUID enrollment,
        EpisodeId episode,
        TrackId track,
        Set<DayOfWeek> days,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Copies the days. */
    public Booking {
        days = Set.copyOf(days);
    }

    /** Whether the client is expected in a session of that track and day. */
    public boolean covers(TrackId session, LocalDate day) {
        return track.equals(session)
                && !day.isBefore(from)
                && (to == null || !day.isAfter(to))
                && on(day.getDayOfWeek());
    }

    /** Whether the client comes on that day of the week. */
    public boolean on(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
