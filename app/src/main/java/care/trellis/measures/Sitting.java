package care.trellis.measures;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over of one or several measures to one client.
 *
 * @param takenOn the day on the paper; null where each measure's own day counts
 * @param expiresAt when its code or link ends; null where it has none
 */
public record Sitting(
        SittingId id,
        ClientId client,
        Mode mode,
        Language language,
        @Nullable LocalDate takenOn,
        Instant askedAt,
        @Nullable Instant expiresAt,
        boolean ended,
        List<Administration> measures) {

    /** Copies the list. */
    public Sitting {
        measures = List.copyOf(measures);
    }

    /** The first measure that still takes answers. */
    public Optional<Administration> next() {
        return ended
                ? Optional.empty()
                : measures.stream().filter(Administration::open).findFirst();
    }

    /** How many of its measures are done. */
    public int done() {
        return (int) measures.stream().filter(measure -> !measure.open()).count();
    }
}
