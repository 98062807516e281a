package care.trellis.attendance;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.util.UUID;

/**
 * A press that came late and says something else than what had been recorded meanwhile. What stands
 * stays; somebody looks at both.
 *
 * @param kind {@link Kind#CHECK_IN} or {@link Kind#CHECK_OUT}
 * @param at when it was pressed, by the server's clock
 */
public record Conflict(
        UUID id, SessionId session, ClientId client, Kind kind, Method method, Instant at) {}
