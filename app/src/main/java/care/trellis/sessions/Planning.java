package care.trellis.sessions;

/** How the planning of a session ended. */
public sealed interface Planning {

    /**
     * It stands.
     *
     * @param shifted the local time does not exist that day, so it begins later
     */
    record Planned(SessionId session, boolean shifted) implements Planning {}

    /** The client or the room belongs to another site, or is not there. */
    record NotAtThisSite() implements Planning {}

    /** The room or a member of staff cannot be had then. */
    record Taken(Obstacles obstacles) implements Planning {}
}
