package care.trellis.engine.rulebook.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the payer has granted for this client.
 *
 * @param unit what is drawn down; null is read as days
 * @param unitsAuthorized units granted; null: enough are left
 * @param unitsUsed units used before this week; null is read as none
 * @param startsOn first day covered; null: open
 * @param endsOn last day covered; null: open
 * @param taken units that each day takes, where the caller knows; a day that is not in it hangs on
 *     another authorization and takes none. Null: every day takes one, its hours, or the units it
 *     bills
 */
public record Authorization(
        @Nullable State state,
        @Nullable Unit unit,
        @Nullable BigDecimal unitsAuthorized,
        @Nullable BigDecimal unitsUsed,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Map<LocalDate, BigDecimal> taken) {

    /** One that every day of the week draws from. */
    public Authorization(
            @Nullable State state,
            @Nullable Unit unit,
            @Nullable BigDecimal unitsAuthorized,
            @Nullable BigDecimal unitsUsed,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        this(state, unit, unitsAuthorized, unitsUsed, startsOn, endsOn, null);
    }

    /** The same, drawn by these days alone, each with its units. */
    public Authorization takenBy(Map<LocalDate, BigDecimal> days) {
        return new Authorization(
                state, unit, unitsAuthorized, unitsUsed, startsOn, endsOn, Map.copyOf(days));
    }

    /** Whether there is one. {@code NONE} says that one is needed and there is none. */
    public enum State {
        APPROVED,
        NONE,
        NOT_REQUIRED
    }

    /** What one unit stands for. */
    public enum Unit {
        DAY,
        UNIT,
        HOUR,
        VISIT
    }

    /** Nothing is known about an authorization. */
    public static final Authorization UNKNOWN =
            new Authorization(null, null, null, null, null, null);

    /** The payer asks for none. */
    public static final Authorization NOT_REQUIRED =
            new Authorization(State.NOT_REQUIRED, null, null, null, null, null);

    /** The payer asks for one and there is none. */
    public static final Authorization NONE =
            new Authorization(State.NONE, null, null, null, null, null);

    /** Days granted from {@code startsOn} to {@code endsOn}, both included. */
    public static Authorization days(
            int authorized, int used, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        return new Authorization(
                State.APPROVED,
                Unit.DAY,
                BigDecimal.valueOf(authorized),
                BigDecimal.valueOf(used),
                startsOn,
                endsOn);
    }
}
