package care.trellis.sessions;

import java.time.Instant;

/**
 * Something that a planned session would meet at the same time.
 *
 * @param who the room's name, or whose time is taken: staff by full name, a client by first name
 *     and last initial
 * @param title what takes place then
 */
public record Conflict(Kind kind, String who, String title, Instant startsAt, Instant endsAt) {

    /** What is taken already. */
    public enum Kind {
        CLIENT,
        STAFF,
        ROOM
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Conflict[" + kind + " " + startsAt + "]";
    }
}
