package care.trellis.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From a plan in the site's own time to instants. A plan keeps its local time all year; what the
 * clock change does to one night is decided here, and nowhere else.
 */
public final class SessionCalendar {

    /**
     * One dated session.
     *
     * @param date the site's day it begins on: money and attendance go by it
     * @param startsAt when it begins
     * @param endsAt when it ends; the real duration is what lies between
     * @param shifted the planned local time does not exist that day, so it begins later
     */
    public record Occurrence(LocalDate date, Instant startsAt, Instant endsAt, boolean shifted) {

        /** The minutes that really pass, whole ones. */
        public long minutes() {
            return Duration.between(startsAt, endsAt).toMinutes();
        }
    }

    private SessionCalendar() {}

    /**
     * The session of one day.
     *
     * <p>A local time that the clock skips moves forward by the length of the gap and is marked. A
     * local time that comes twice is the first of the two. Where start and end both exist exactly
     * once, both hold as the clock on the wall shows them, so a night of eight planned hours has
     * seven when the clock goes forward; otherwise the planned minutes hold.
     *
     * @param minutes planned minutes, at least 1
     */
    public static Occurrence on(LocalDate date, LocalTime starts, int minutes, ZoneId zone) {
        var rules = zone.getRules();
        LocalDateTime plannedStart = date.atTime(starts);
        LocalDateTime plannedEnd = plannedStart.plusMinutes(minutes);
        var offsets = rules.getValidOffsets(plannedStart);
        boolean shifted = offsets.isEmpty();
        Instant start =
                shifted
                        ? plannedStart.atZone(zone).toInstant()
                        : plannedStart.toInstant(offsets.getFirst());
        boolean onTheWall = offsets.size() == 1 && rules.getValidOffsets(plannedEnd).size() == 1;
        Instant end =
                onTheWall
                        ? plannedEnd.atZone(zone).toInstant()
                        : start.plus(Duration.ofMinutes(minutes));
        return new Occurrence(date, start, end, shifted);
    }
}
