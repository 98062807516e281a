package care.trellis.engine.placement;

import java.time.DayOfWeek;

/**
 * A part of one day of the week, in local time.
 *
 * @param from minutes after midnight, at least 0
 * @param to minutes after midnight, later than {@code from} and at most 1440
 */
public record Window(DayOfWeek day, int from, int to) {

    /** Refuses times that are no part of a day. */
    public Window {
        if (from < 0 || to <= from || to > 1440) {
            throw new IllegalArgumentException("Not a part of a day: %d to %d".formatted(from, to));
        }
    }

    /** How long it is. */
    public int minutes() {
        return to - from;
    }

    /** Whether all of the other lies within this one. */
    public boolean covers(Window other) {
        return day == other.day && from <= other.from && to >= other.to;
    }
}
