package care.trellis.attendance;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;

/**
 * An event was added to a client's attendance of a session: published in its transaction.
 *
 * @param localDate the site's day of the session
 * @param reach whose minutes it moved
 */
public record AttendanceRecorded(
        ClientId client, SessionId session, LocalDate localDate, Reach reach) {

    /** How far an event reaches beyond the mark itself. */
    public enum Reach {
        /**
         * One who was expected came on time: the minutes still to come are those that were planned,
         * and none counts before the session is over or the client leaves.
         */
        NOBODY,
        /** The client's own minutes, done or still to come, are others than before. */
        CLIENT,
        /**
         * The session is over, so the size of the group stands, and everybody's day leans on it.
         */
        GROUP
    }
}
