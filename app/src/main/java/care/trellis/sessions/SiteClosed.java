package care.trellis.sessions;

import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A site does not meet as planned on these days: published once, in the transaction that closed it.
 *
 * @param sessions dated sessions that were called off or meet by video now
 * @param clients who were expected in any of them
 */
public record SiteClosed(
        UUID closure,
        SiteId site,
        LocalDate from,
        LocalDate to,
        Closure.Effect effect,
        List<SessionId> sessions,
        List<ClientId> clients) {

    /** Copies the lists. */
    public SiteClosed {
        sessions = List.copyOf(sessions);
        clients = List.copyOf(clients);
    }
}
