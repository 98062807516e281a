package care.trellis.placement;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.UUID;

/**
 * Two who must not sit in one group.
 *
 * @param names of both as boards print them
 * @param reason as it was written
 */
public record KeptApartPair(
        UUID id,
        ClientId one,
        ClientId other,
        String names,
        String reason,
        Instant madeAt,
        String madeBy) {

    /** Who and why stay out of logs. */
    @Override
    public String toString() {
        return "KeptApartPair[" + id + "]";
    }
}
