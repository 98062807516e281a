package care.trellis.drugtests;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client takes part in random testing, as somebody said it.
 *
 * @param perWeek tests a week; null where the week of the stay says it
 * @param reason why; kept with the name of who said it
 */
public record Standing(
        boolean takesPart,
        String panel,
        @Nullable BigDecimal perWeek,
        String reason,
        Instant at,
        String by) {

    /** Why stays out of logs. */
    @Override
    public String toString() {
        return "Standing[" + takesPart + "]";
    }
}
