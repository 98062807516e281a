package care.trellis.base;

import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ids of new rows: UUID version 7 (RFC 9562), so that rows made together lie together in
 * an index.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * A new id: 48 bits of wall-clock milliseconds, then 74 random bits. It tells nothing about a
     * person.
     */
    public static UUID next() {
        long milliseconds = System.currentTimeMillis();
        long high = (milliseconds << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The key that a form carried, or a new one where a press carried none. */
    public static UUID orNew(@Nullable UUID key) {
        return key == null ? next() : key;
    }
}
