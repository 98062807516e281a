package care.trellis.ledger;

import care.trellis.ledger.JudgedWeek.JudgedDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's day as it stood when the day closed. What was open then may still be mended; what was
 * settled is billed otherwise only once the day is reopened, unless the rules themselves changed,
 * which has a reason and two persons of its own.
 *
 * @param state null where the client had no session on the day
 * @param version of the rulebook that decided the week
 * @param lines what it was billed as
 */
record Closing(
        LocalDate date,
        @Nullable DayState state,
        @Nullable String version,
        List<BilledLine> lines) {

    /** The day as it counts: on hold where it would be billed as it was not when it closed. */
    JudgedDay over(JudgedDay day, @Nullable String version) {
        return day.state() == DayState.BILLABLE && forbids(day, version)
                ? day.held(Checks.afterClose(this, day))
                : day;
    }

    private boolean forbids(JudgedDay day, @Nullable String version) {
        if (state == null) {
            return true;
        }
        boolean sameRules = version == null || version.equals(this.version);
        return switch (state) {
            case BILLABLE -> sameRules && !lines.equals(day.lines());
            case NOT_BILLABLE -> sameRules;
            case HOLD, PLANNED -> false;
        };
    }
}
