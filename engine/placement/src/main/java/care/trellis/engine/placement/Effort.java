package care.trellis.engine.placement;

import java.time.Duration;

/**
 * How long is looked for a better proposal.
 *
 * @param moves the most that are tried; the same number gives the same proposal again
 * @param time the longest; when it ends the search the proposal depends on the machine
 * @param seed of the search
 */
public record Effort(long moves, Duration time, long seed) {

    /** Until that many moves were tried, however long it takes: the same every time. */
    public static Effort moves(long moves) {
        return new Effort(moves, Duration.ofHours(1), 1);
    }

    /** As good as it gets within some seconds. */
    public static Effort seconds(int seconds) {
        return new Effort(Long.MAX_VALUE, Duration.ofSeconds(seconds), 1);
    }
}
