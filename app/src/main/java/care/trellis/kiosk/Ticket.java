package care.trellis.kiosk;

import care.trellis.base.OrganizationId;
import java.util.UUID;

/**
 * A signed address that a phone opens.
 *
 * @param door the device that showed it; for {@link Kind#VIDEO} the session
 * @param at when it was made, in seconds of the epoch
 */
public record Ticket(Kind kind, OrganizationId organization, UUID door, long at) {

    /** What it is good for. */
    public enum Kind {
        /** Drawn on the wall: opens within its minute and the next. */
        WALL,
        /** The form that opened in time: answered within five minutes. */
        FORM,
        /** Sent into a video meeting: good until its session ends, together with its code. */
        VIDEO
    }
}
