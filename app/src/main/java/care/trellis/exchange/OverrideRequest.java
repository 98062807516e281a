package care.trellis.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish to have a file posted although a payment in it repeats the number of another one.
 *
 * @param file as its sender called it
 * @param reason why, in the asker's words
 * @param by who asked
 * @param mine whether the reader asked for it
 */
public record OverrideRequest(
        UUID id,
        ArrivalId arrival,
        String file,
        String reason,
        String by,
        Instant at,
        boolean mine) {

    /** What became of one. */
    enum Answer {
        POSTED,
        REFUSED,
        WITHDRAWN
    }
}
