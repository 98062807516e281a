package care.trellis.placement;

import care.trellis.organizations.SiteId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for places, as far as it is.
 *
 * @param whole whether who has a place may be moved
 * @param seconds that it looks at most
 * @param people placed by the best proposal so far, and {@code minutes} of care a week in it
 * @param byHand minutes that first-fit places; null while it is not known
 */
public record Search(
        UUID id,
        SiteId site,
        boolean whole,
        Instant startedAt,
        String startedBy,
        int seconds,
        int people,
        int minutes,
        @Nullable Integer byHand,
        State state) {

    /** How far a search is. */
    public enum State {
        RUNNING,
        FINISHED,
        FAILED
    }
}
