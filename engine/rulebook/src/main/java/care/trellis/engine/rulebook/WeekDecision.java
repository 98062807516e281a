package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The week as a whole.
 *
 * @param reason the first broken rule that keeps every day of it from being billed; null when
 *     billable
 * @param minutes minutes attended, as far as known
 * @param countableMinutes minutes of the sessions that count, as far as known
 * @param neededMinutes minutes the payer asks to be delivered in a week; null where it asks for
 *     none
 * @param days days with a session that counts
 * @param neededDays days the payer asks for; null where it asks for none
 * @param units units of the billable days, or the unit of the week
 * @param rate the fee on file for one unit; null where none is on file, or days differ
 * @param allowedAmount what the billable days come to; null where a rate is missing
 * @param withinLevelRange whether the hours fit the level of care; null where the rulebook asks for
 *     none, or they are not known
 * @param because what keeps the week from being billed, in the order of {@link Stage}
 * @param findings trace of the rules that look at the week or the claim
 */
public record WeekDecision(
        Status status,
        @Nullable String reason,
        int minutes,
        int countableMinutes,
        @Nullable Integer neededMinutes,
        int days,
        @Nullable Integer neededDays,
        @Nullable String code,
        int units,
        @Nullable String unitType,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal allowedAmount,
        @Nullable Boolean withinLevelRange,
        List<Finding> because,
        List<Finding> findings) {}
