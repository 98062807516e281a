package care.trellis.measures;

import care.trellis.engine.instruments.Instrument;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A score as the client is told it.
 *
 * @param before the score before; null for the first
 */
public record Told(Instrument instrument, BigDecimal total, @Nullable BigDecimal before) {

    /**
     * Whether it went the good way since the last time; null where it stands, was the first, or no
     * direction is published.
     */
    public @Nullable Boolean better() {
        var rules = instrument.change();
        boolean directed = rules.reliable() != null || rules.moderateFrom() != null;
        if (before == null || !directed || total.compareTo(before) == 0) {
            return null;
        }
        return instrument.change().higherIsBetter() == (total.compareTo(before) > 0);
    }
}
