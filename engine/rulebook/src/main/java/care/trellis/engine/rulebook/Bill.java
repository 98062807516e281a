package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on the claim for one day. A null says that the rulebook leaves it open: the contract of
 * the site decides.
 *
 * @param units units for the day, after the daily limit
 * @param unitsPerWeek units for the whole week, where the code stands for a week and not for a day
 * @param unitType {@code PER_DIEM}, {@code HOURLY} or {@code 15_MIN}
 * @param paymentClass which of the payer's classes the day falls in
 * @param paymentAmount the payment on file for the day, two decimals; null where none is on file
 * @param rate the fee on file for one unit, two decimals; null where none is on file
 */
public record Bill(
        @Nullable String code,
        @Nullable String revenueCode,
        @Nullable List<String> modifiers,
        @Nullable Integer units,
        @Nullable Integer unitsPerWeek,
        @Nullable String unitType,
        @Nullable String paymentClass,
        @Nullable String apc,
        @Nullable String paymentRateBasis,
        @Nullable BigDecimal paymentAmount,
        @Nullable BigDecimal rate,
        @Nullable Integer maxProgramLinesPayable) {

    /** A bill of which nothing is laid down. */
    static final Bill OPEN =
            new Bill(null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same with other units. */
    Bill withUnits(@Nullable Integer units) {
        return new Bill(
                code,
                revenueCode,
                modifiers,
                units,
                unitsPerWeek,
                unitType,
                paymentClass,
                apc,
                paymentRateBasis,
                paymentAmount,
                rate,
                maxProgramLinesPayable);
    }

    /** The rate times the units; null where either is not known. */
    @Nullable BigDecimal allowedAmount() {
        return rate == null || units == null ? null : rate.multiply(BigDecimal.valueOf(units));
    }
}
