package care.trellis.sessions;

import care.trellis.clients.ClientId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A session planned by itself, for one client with one member of staff.
 *
 * @param starts in the site's own time
 * @param minutes 5 to 1440
 */
public record NewSession(
        SiteId site,
        ClientId client,
        StaffId staff,
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
        if (title.isBlank()) {
            throw new IllegalArgumentException("A session needs a title");
        }
    }
}
