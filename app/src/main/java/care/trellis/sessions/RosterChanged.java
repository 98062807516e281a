package care.trellis.sessions;

import care.trellis.clients.ClientId;
import java.time.LocalDate;

/**
 * A client is expected where none was, or no longer, on a day: published in the transaction of the
 * change, once per client and day.
 */
public record RosterChanged(ClientId client, LocalDate localDate) {}
