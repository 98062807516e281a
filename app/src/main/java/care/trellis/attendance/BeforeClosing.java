package care.trellis.attendance;

import care.trellis.base.Permit;
import care.trellis.sessions.SessionId;
import java.util.Optional;

/**
 * What keeps a group from being closed by hand. Every bean of this kind is asked within the
 * transaction; none knows another. At its end a session is closed by the program all the same.
 */
public interface BeforeClosing {

    /** What must be done before everybody is checked out, as a sentence; nothing for most. */
    Optional<String> why(Permit permit, SessionId session);
}
