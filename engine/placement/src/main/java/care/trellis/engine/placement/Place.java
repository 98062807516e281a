package care.trellis.engine.placement;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * A track, and the days of its week on which somebody comes.
 *
 * @param days at least one
 */
public record Place(String track, Set<DayOfWeek> days) {

    /** Copies the days and refuses none. */
    public Place {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A place needs a day");
        }
    }
}
