package care.trellis.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated session as a calendar needs it, and the series it is one of.
 *
 * @param series the block it is a date of; nothing for one planned by itself
 * @param slot the date of the block that it stands for
 * @param rule of the block
 * @param planned local time of the block
 * @param minutes of the block
 * @param place a room, for staff; empty otherwise
 */
record FeedEntry(
        UUID session,
        @Nullable UUID series,
        @Nullable LocalDate slot,
        @Nullable Recurrence rule,
        @Nullable LocalTime planned,
        int minutes,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String place) {

    /** Whether it takes place when its series says, so that the rule alone tells it. */
    boolean asPlanned() {
        if (slot == null || planned == null) {
            return false;
        }
        var when = SessionCalendar.on(slot, planned, minutes, zone);
        return when.startsAt().equals(startsAt) && when.endsAt().equals(endsAt);
    }
}
