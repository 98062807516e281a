package care.trellis.sessions;

import care.trellis.organizations.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One session of one day.
 *
 * @param track absent for one that was planned by itself
 * @param room its name; empty without one
 * @param capacity people the room holds; 0 without one
 * @param staff facilitators as people print them, the lead first
 * @param date the site's day
 * @param shifted the planned local time does not exist that day, so it begins later
 * @param cancelReason why it does not take place; empty where it does
 */
public record DatedSession(
        SessionId id,
        SiteId site,
        @Nullable TrackId track,
        String title,
        ServiceType serviceType,
        Modality modality,
        String room,
        int capacity,
        String staff,
        LocalDate date,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        boolean shifted,
        String cancelReason) {

    /** The room as people say it: {@code Room B}; empty without one. */
    public String roomWords() {
        return roomWords(room);
    }

    /** A room's name as people say it, whether or not it has the word itself. */
    public static String roomWords(String name) {
        return name.isEmpty() || name.toLowerCase(Locale.ROOT).contains("room")
                ? name
                : "Room " + name;
    }

    /** Whether it was called off. */
    public boolean cancelled() {
        return !cancelReason.isEmpty();
    }
}
