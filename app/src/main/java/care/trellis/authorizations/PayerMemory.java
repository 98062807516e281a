package care.trellis.authorizations;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a payer did with our requests under one contract in the last year.
 *
 * @param decided how many it decided
 * @param denied how many of these it refused
 * @param averageGranted mean of what it granted, in whatever unit it counts; null without one
 * @param usualDays median of the days from request to answer; null where none is known
 */
public record PayerMemory(
        int decided, int denied, @Nullable BigDecimal averageGranted, @Nullable Integer usualDays) {

    /** Nothing was decided yet. */
    public static final PayerMemory NONE = new PayerMemory(0, 0, null, null);
}
