package care.trellis.messages;

import java.time.Instant;

/** How asking for a message ended. */
public sealed interface Queueing {

    /**
     * It waits to be sent.
     *
     * @param notBefore later than asked for where it would have been quiet hours
     */
    record Queued(MessageId id, Instant notBefore) implements Queueing {}

    /** The same key was queued before: nothing more was done. */
    record AlreadyQueued(MessageId id) implements Queueing {}

    /** Nobody asked the client yet, or the client wants nothing, or said STOP. */
    record NotWanted() implements Queueing {}

    /** The way is agreed, but no usable number or address is on record. */
    record NoAddress(Way way) implements Queueing {}

    /** So many went to this client within a day that something must be wrong. */
    record TooMany() implements Queueing {}

    /** It would leave only when it is of no use any more. */
    record TooLate() implements Queueing {}
}
