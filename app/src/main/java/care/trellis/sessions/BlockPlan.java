package care.trellis.sessions;

import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens again and again at the same local time; or what one dated session becomes, whose day
 * is then the first.
 *
 * @param recurrence how often
 * @param starts in the site's own time
 * @param minutes planned length, 5 to 1440
 * @param room absent: no room, as for a group by video
 * @param lead who leads
 * @param coLead the second facilitator, never the lead
 * @param from first day it may happen
 * @param to last day it may happen; absent: no end
 */
public record BlockPlan(
        Recurrence recurrence,
        LocalTime starts,
        int minutes,
        String title,
        ServiceType serviceType,
        Modality modality,
        @Nullable RoomId room,
        StaffId lead,
        @Nullable StaffId coLead,
        LocalDate from,
        @Nullable LocalDate to) {

    public BlockPlan {
        if (minutes < 5 || minutes > 1440) {
            throw new IllegalArgumentException("A session lasts 5 to 1440 minutes, not " + minutes);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("A session needs a title");
        }
        if (lead.equals(coLead)) {
            throw new IllegalArgumentException("The second facilitator is another person");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The last day %s is before %s".formatted(to, from));
        }
    }

    /** A block of one day of every week. */
    public BlockPlan(
            DayOfWeek day,
            LocalTime starts,
            int minutes,
            String title,
            ServiceType serviceType,
            Modality modality,
            @Nullable RoomId room,
            StaffId lead,
            @Nullable StaffId coLead,
            LocalDate from,
            @Nullable LocalDate to) {
        this(
                Recurrence.weekly(day),
                starts,
                minutes,
                title,
                serviceType,
                modality,
                room,
                lead,
                coLead,
                from,
                to);
    }

    /** Everybody who leads. */
    public List<StaffId> staff() {
        return coLead == null ? List.of(lead) : List.of(lead, coLead);
    }

    /** The same from another first day on. */
    BlockPlan from(LocalDate day) {
        return between(day, to);
    }

    /** The same from a first to a last day; without one: no end. */
    BlockPlan between(LocalDate first, @Nullable LocalDate last) {
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
