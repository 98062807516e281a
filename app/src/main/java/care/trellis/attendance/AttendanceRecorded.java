package care.trellis.attendance;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;

/** What stands about a client's attendance of a session was recorded or corrected. */
public record AttendanceRecorded(ClientId client, SessionId session, LocalDate localDate) {}
