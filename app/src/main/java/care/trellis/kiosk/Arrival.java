package care.trellis.kiosk;

import java.util.Optional;

/** How an answer at a door ended. */
public sealed interface Arrival {

    /**
     * The client is checked in.
     *
     * @param visit what the next screen brings back
     */
    record Came(String givenName, String visit, Place place) implements Arrival {

        @Override
        public String toString() {
            return "Came[" + place.session() + "]";
        }
    }

    /**
     * The client is here already: they may leave, or go on to what comes next.
     *
     * @param visit for leaving
     * @param next where they could check in now
     * @param nextVisit for that
     */
    record Here(String givenName, String visit, Place place, Optional<Place> next, String nextVisit)
            implements Arrival {

        @Override
        public String toString() {
            return "Here[" + place.session() + "]";
        }
    }

    /**
     * Nobody, nobody who is expected now, or not this person: one answer for all of it, so that it
     * tells a stranger nothing.
     */
    record SeeDesk() implements Arrival {}

    /** Too many answers that led to nobody: the door takes none for a while. */
    record Wait() implements Arrival {}
}
