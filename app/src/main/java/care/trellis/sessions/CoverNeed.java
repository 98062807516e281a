package care.trellis.sessions;

import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of somebody's leave: who covers it, or who could.
 *
 * @param lead whether the person away leads it; otherwise is the second
 * @param covers who does; nothing while nobody does
 * @param coversName empty while nobody does
 * @param free who could, by name: leads nothing then, is not away, holds a credential
 */
public record CoverNeed(
        SessionId session,
        SiteId site,
        String title,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        boolean lead,
        @Nullable StaffId covers,
        String coversName,
        List<Free> free) {

    /** Somebody who could cover. */
    public record Free(StaffId staff, String name) {}

    /** Copies the list. */
    public CoverNeed {
        free = List.copyOf(free);
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "CoverNeed[" + session + "]";
    }
}
