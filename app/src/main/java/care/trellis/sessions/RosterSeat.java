package care.trellis.sessions;

import care.trellis.clients.ClientId;

/**
 * One client on a roster.
 *
 * @param recordNumber what staff say on the phone; the code column of a paper sheet
 * @param removedReason why the client is no longer expected; empty where expected
 */
public record RosterSeat(
        ClientId client,
        String recordNumber,
        String givenName,
        String familyName,
        Source source,
        String removedReason) {

    /** How a client came onto a roster. */
    public enum Source {
        /** Enrolled in the track. */
        TRACK,
        /** Came without being expected. */
        WALK_IN,
        /** Moved here from another session. */
        MAKE_UP,
        /** The session was planned for this client. */
        PLANNED
    }

    /** Whether the client is expected. */
    public boolean expected() {
        return removedReason.isEmpty();
    }

    @Override
    public String toString() {
        return "RosterSeat[" + client.value() + "]";
    }
}
