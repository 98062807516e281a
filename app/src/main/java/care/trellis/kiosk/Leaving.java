package care.trellis.kiosk;

/** How leaving at a door ended. */
public sealed interface Leaving {

    /**
     * The client is checked out.
     *
     * @param owes something waits at the desk before they go
     */
    record Gone(boolean owes) implements Leaving {}

    /** Somebody talks to the client first, or the record has to be looked at. */
    record SeeDesk() implements Leaving {}
}
