package care.trellis.messages;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wrote by text, for a person to read.
 *
 * @param client whose number it is; null where it is nobody's or several people's
 * @param name first name and last initial; empty without a client
 * @param seen whether somebody has read it
 */
public record Reply(
        UUID id,
        @Nullable ClientId client,
        String name,
        String words,
        boolean seen,
        Instant at,
        ZoneId zone) {

    /** Says nothing of what was written, or by whom. */
    @Override
    public String toString() {
        return "Reply[" + id + "]";
    }
}
