package care.trellis.whiteboard;

import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One session of today, as the shift sees it.
 *
 * @param day the site's
 * @param room as people say it; empty without one
 * @param seats people the room holds; 0 without one
 * @param staff facilitators, the lead first
 * @param staffCount how many they are
 * @param expected clients on the roster
 * @param here clients in the room now
 * @param came clients who came at all
 */
public record Group(
        SessionId session,
        String title,
        ServiceType service,
        boolean video,
        LocalDate day,
        String room,
        int seats,
        Instant startsAt,
        Instant endsAt,
        String staff,
        int staffCount,
        int expected,
        int here,
        int came) {

    /** Whether it goes on at this moment. */
    public boolean isOn(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt);
    }

    /** Whether it is over. */
    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    boolean meetsWith(Group other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
