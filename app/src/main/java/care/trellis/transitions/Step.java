package care.trellis.transitions;

import care.trellis.organizations.LevelOfCare;
import care.trellis.sessions.TrackId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How the care looks from a day on, until the next step.
 *
 * @param minutesPerWeek what is prescribed, more than 0
 * @param week which tracks on which days; none: no group
 */
public record Step(LocalDate from, LevelOfCare level, int minutesPerWeek, List<Slot> week) {

    /**
     * Some days of a track's week.
     *
     * @param days at least one
     */
    public record Slot(TrackId track, Set<DayOfWeek> days) {

        /** Copies the days. */
        public Slot {
            days = Set.copyOf(days);
        }
    }

    /** Copies the week. */
    public Step {
        week = List.copyOf(week);
    }
}
