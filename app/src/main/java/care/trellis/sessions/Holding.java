package care.trellis.sessions;

import java.time.Instant;
import java.util.UUID;

/** How asking for a seat to be held ended. */
public sealed interface Holding {

    /** The seat waits for an answer until then. */
    record Held(UUID hold, Instant until) implements Holding {}

    /** Every seat is taken or held for somebody else. */
    record Full(int seats) implements Holding {}

    /** The client is expected there already. */
    record AlreadyThere() implements Holding {}

    /** The session was called off, or has begun. */
    record NotTakingPlace() implements Holding {}
}
