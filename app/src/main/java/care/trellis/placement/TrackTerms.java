package care.trellis.placement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a track is for.
 *
 * @param youngest age in years, and {@code oldest}, both included
 * @param reservedFor what everybody in it has to be; none: open to all
 * @param seats the program's own limit beside room, licence and payers; null: none
 */
public record TrackTerms(
        String language,
        int youngest,
        int oldest,
        Set<String> reservedFor,
        @Nullable Integer seats) {

    /** The oldest age that is asked for: in effect, no limit. */
    public static final int ANY_AGE = 130;

    /** What holds where nobody said anything: adults, in English. */
    public static final TrackTerms USUAL = new TrackTerms("English", 18, ANY_AGE, Set.of(), null);

    /** Copies what it holds. */
    public TrackTerms {
        reservedFor = Set.copyOf(reservedFor);
    }
}
