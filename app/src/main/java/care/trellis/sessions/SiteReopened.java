package care.trellis.sessions;

import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.util.List;
import java.util.UUID;

/**
 * A closure was taken back: published once, in the transaction that did it.
 *
 * @param sessions dated sessions that take place as planned again
 * @param clients who are expected in any of them
 */
public record SiteReopened(
        UUID closure, SiteId site, List<SessionId> sessions, List<ClientId> clients) {

    /** Copies the lists. */
    public SiteReopened {
        sessions = List.copyOf(sessions);
        clients = List.copyOf(clients);
    }
}
