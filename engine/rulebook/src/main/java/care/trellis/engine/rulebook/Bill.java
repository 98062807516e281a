package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on the claim for one day. A null says that the rulebook leaves it open: the contract of
 * the site decides.
 *
 * @param units units for the day, after the daily limit
 * @param unitType {@code PER_DIEM}, {@code HOURLY} or {@code 15_MIN}
 * @param paymentClass which of the payer's classes the day falls in
 * @param paymentAmount the rate on file, two decimals; null where none is on file
 */
public record Bill(
        @Nullable String code,
        @Nullable String revenueCode,
        @Nullable List<String> modifiers,
        int units,
        @Nullable String unitType,
        @Nullable String paymentClass,
        @Nullable String apc,
        @Nullable String paymentRateBasis,
        @Nullable BigDecimal paymentAmount,
        @Nullable Integer maxProgramLinesPayable) {}
