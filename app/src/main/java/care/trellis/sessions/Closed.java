package care.trellis.sessions;

import java.util.List;

/** How the closing of a site ended, or the taking back of it. */
public sealed interface Closed {

    /**
     * It is done.
     *
     * @param sessions that were changed
     * @param clients who were expected in them
     * @param begun sessions of the days that have begun already and stay as they are
     */
    record Done(int sessions, int clients, int begun) implements Closed {}

    /** The days lie in the past. */
    record Past() implements Closed {}

    /** The site is closed on one of these days already. */
    record ClosedAlready(Closure closure) implements Closed {}

    /**
     * Taken back, except for what cannot take place as planned any more: room or staff are taken.
     *
     * @param sessions that take place as planned again
     * @param blocked sessions that stay called off, as {@code Process group, Mar 3, 9:00 AM}
     */
    record Lifted(int sessions, List<String> blocked) implements Closed {

        /** Copies the list. */
        public Lifted {
            blocked = List.copyOf(blocked);
        }
    }
}
