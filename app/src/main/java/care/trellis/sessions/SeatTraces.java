package care.trellis.sessions;

import care.trellis.clients.ClientId;

/**
 * What is on record about one seat in rooms that know it. Every bean of this kind is asked within
 * the transaction, with the seat held; none knows another. A seat of somebody who was there is not
 * taken away.
 */
public interface SeatTraces {

    /** Whether the client was in the session, or is. */
    boolean wasHere(SessionId session, ClientId client);
}
