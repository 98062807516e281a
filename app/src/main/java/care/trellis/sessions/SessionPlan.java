package care.trellis.sessions;

import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dated session, or its series from there on, becomes.
 *
 * @param recurrence how often, for a change of a series
 * @param date its day, for a change of one session
 * @param starts in the site's own time
 * @param minutes 5 to 1440
 * @param room nothing: no room
 * @param coLead the second facilitator, never the lead
 */
public record SessionPlan(
        Recurrence recurrence,
        LocalDate date,
        LocalTime starts,
        int minutes,
        String title,
        ServiceType serviceType,
        Modality modality,
        @Nullable RoomId room,
        StaffId lead,
        @Nullable StaffId coLead) {

    /** Refuses what no session can be. */
    public SessionPlan {
        if (minutes < 5 || minutes > 1440) {
            throw new IllegalArgumentException("A session lasts 5 to 1440 minutes, not " + minutes);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("A session needs a title");
        }
        if (lead.equals(coLead)) {
            throw new IllegalArgumentException("The second facilitator is another person");
        }
    }

    /** Everybody who leads. */
    public List<StaffId> staff() {
        return coLead == null ? List.of(lead) : List.of(lead, coLead);
    }

    /** The block that repeats it from a day on. */
    BlockPlan from(LocalDate first, @Nullable LocalDate last) {
        return new BlockPlan(
                recurrence,
                starts,
                minutes,
                title,
                serviceType,
                modality,
                room,
                lead,
                coLead,
                first,
                last);
    }
}
