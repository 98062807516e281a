package care.trellis.sessions;

import care.trellis.clients.ClientId;
import java.util.Collection;
import java.util.List;

/**
 * What speaks against seats in rooms that know it. Every bean of this kind is asked within the
 * transaction, before the seat is given; none knows another.
 */
public interface SeatConcerns {

    /** What speaks against this client's seat in each of the sessions; nothing for most. */
    List<SeatConcern> about(ClientId client, Collection<SessionId> sessions);
}
