package care.trellis.attendance;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;

/**
 * An event was added to a client's attendance of a session: published in its transaction.
 *
 * @param localDate the site's day of the session
 */
public record AttendanceRecorded(ClientId client, SessionId session, LocalDate localDate) {}
