package care.trellis.messages;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One message, for those who look after the outbox.
 *
 * @param client absent for a test of the way
 * @param name of the client, first name and last initial; empty for a test
 * @param about what the wording is about
 * @param text as it goes
 * @param logged no carrier is set: it stayed here
 * @param problem why it is where it is; empty for most
 * @param notBefore when it may leave
 * @param at when what became of it was known; when it was queued while nothing is
 * @param zone of the client's site
 */
public record Message(
        MessageId id,
        @Nullable ClientId client,
        String name,
        Way way,
        String about,
        String text,
        State state,
        boolean logged,
        String problem,
        int tries,
        Instant notBefore,
        Instant at,
        ZoneId zone) {

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Message[" + id.value() + " " + state + "]";
    }
}
