package care.trellis.placement;

import care.trellis.sessions.Modality;
import care.trellis.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A session that a client could come to in place of a missed one.
 *
 * @param rule of the payer or the licence about how a group meets, which this one keeps; empty
 *     where none says
 * @param wished whether the client asked for groups that meet this way
 * @param left seats that are free now, at least 1
 * @param most people that it takes with this client in it
 * @param bound what sets that number, in words; empty where nothing does
 */
public record MakeUp(
        SessionId session,
        String title,
        String track,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Modality modality,
        String rule,
        boolean wished,
        int left,
        int most,
        String bound) {

    /** How long it is. */
    public int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }
}
