package care.trellis.measures;

import java.time.LocalDate;

/**
 * A measure that a client owes.
 *
 * @param today the site's day
 */
public record DueMeasure(Stay stay, String instrument, Cadence.Due due, LocalDate today) {

    /** Whether its day is past. */
    public boolean overdue() {
        return due.on().isBefore(today);
    }
}
