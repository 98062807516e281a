package care.trellis.transitions;

import care.trellis.episodes.Episode;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Plan;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Booking;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gave way to a change, so that it can be given back.
 *
 * @param minutes prescribed on the day the change was made
 * @param admitted the stay that a transfer began; null where the stay goes on
 * @param site where the record was; null where it stayed
 * @param planDue when the plan was due; null where none was
 */
record Before(
        List<Episode.Placement> placements,
        List<Plan.Version> prescribed,
        List<Booking> bookings,
        int minutes,
        @Nullable EpisodeId admitted,
        @Nullable SiteId site,
        @Nullable LocalDate planDue) {

    Before {
        placements = List.copyOf(placements);
        prescribed = List.copyOf(prescribed);
        bookings = List.copyOf(bookings);
    }
}
