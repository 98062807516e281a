package care.trellis.sessions;

/** How taking a seat that was held ended. */
public sealed interface Taking {

    /** The client is expected there now; once more changes nothing. */
    record Taken(SessionId session) implements Taking {}

    /**
     * The hold ran out or was released, and the seat may be somebody else's; or the client was
     * given another seat at that hour meanwhile.
     */
    record Over() implements Taking {}

    /** The session was called off, or has begun. */
    record NotTakingPlace() implements Taking {}
}
