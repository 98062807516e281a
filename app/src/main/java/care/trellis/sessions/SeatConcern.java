package care.trellis.sessions;

/**
 * Something that speaks against a client's seat in one session. A planner may go on with a reason.
 *
 * @param says as a sentence for whoever plans; it names nobody whom they may not know of
 */
public record SeatConcern(Kind kind, SessionId session, String says) {

    /** What speaks against it. */
    public enum Kind {
        /** Somebody sits there whom the client must not meet. */
        KEPT_APART,
        /** Every seat that a room, licence, payer or program allows is taken or held. */
        FULL,
        /** The client is expected in another session at that hour. */
        CLASH,
        /** The client's stay in the program is over on that day. */
        STAY_ENDED
    }
}
