package care.trellis.drugtests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody is tested. ASAM (2017) asks for at least weekly at the start, at least monthly
 * in stable recovery, and random where possible; the numbers are a rule of this program.
 */
final class Rate {

    private static final int EARLY_WEEKS = 4;
    private static final int MIDDLE_WEEKS = 12;

    private Rate() {}

    /** Tests a week, where no clinician set another number: two, then one, then two a month. */
    static BigDecimal perWeek(LocalDate admitted, LocalDate day, @Nullable BigDecimal set) {
        if (set != null) {
            return set;
        }
        long week = ChronoUnit.WEEKS.between(admitted, day);
        if (week < EARLY_WEEKS) {
            return new BigDecimal("2");
        }
        return week < MIDDLE_WEEKS ? BigDecimal.ONE : new BigDecimal("0.5");
    }

    /**
     * The chance of one program day, of ten thousand.
     *
     * @param daysThisWeek program days on which the client is expected, at least 1
     */
    static int chance(BigDecimal perWeek, int daysThisWeek) {
        return perWeek.multiply(BigDecimal.valueOf(Lot.CERTAIN))
                .divide(BigDecimal.valueOf(Math.max(1, daysThisWeek)), 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Lot.CERTAIN))
                .intValueExact();
    }
}
