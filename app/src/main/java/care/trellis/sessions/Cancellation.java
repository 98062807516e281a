package care.trellis.sessions;

/** How the cancellation of a session ended. */
public sealed interface Cancellation {

    /** It is called off; the roster is kept. */
    record Cancelled() implements Cancellation {}

    /** Somebody called it off before, for this reason. */
    record AlreadyCancelled(String reason) implements Cancellation {}

    /** It is over: what happened is corrected, not cancelled. */
    record Over() implements Cancellation {}
}
