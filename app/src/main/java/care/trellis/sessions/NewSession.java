package care.trellis.sessions;

import care.trellis.clients.ClientId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session planned by itself, for one client with one or two members of staff.
 *
 * @param second who leads with the first, where somebody does; never the same person
 * @param starts in the site's own time
 * @param minutes 5 to 1440
 */
public record NewSession(
        SiteId site,
        ClientId client,
        StaffId staff,
        @Nullable StaffId second,
        String title,
        ServiceType serviceType,
        Modality modality,
        @Nullable RoomId room,
        LocalDate date,
        LocalTime starts,
        int minutes) {

    public NewSession {
        if (minutes < 5 || minutes > 1440) {
            throw new IllegalArgumentException("A session lasts 5 to 1440 minutes, not " + minutes);
        }
        if (staff.equals(second)) {
            throw new IllegalArgumentException("The second member of staff is another person");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("A session needs a title");
        }
    }

    /** Who leads it. */
    public List<StaffId> people() {
        return second == null ? List.of(staff) : List.of(staff, second);
    }
}
