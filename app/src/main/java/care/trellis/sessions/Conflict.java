package care.trellis.sessions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a planned session would meet.
 *
 * @param who the room's name, or whose time is taken: staff by full name, a client by first name
 *     and last initial
 * @param title what takes place then, or the credential that ends; empty for a leave
 * @param startsAt when it begins: of a leave or credential, when the planned session does
 * @param on the last day of the leave or credential; nothing for what takes a time of a day
 */
public record Conflict(
        Kind kind,
        String who,
        String title,
        Instant startsAt,
        Instant endsAt,
        @Nullable LocalDate on) {

    /** What is in the way. */
    public enum Kind {
        CLIENT,
        STAFF,
        ROOM,
        /** The member of staff is away. */
        LEAVE,
        /** None of the member's credentials is good on that day. */
        CREDENTIAL;

        /** Whether a planner may go on all the same; rooms and staff are had once. */
        public boolean mayBePassedOver() {
            return this == CLIENT;
        }
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Conflict[" + kind + " " + startsAt + "]";
    }
}
