package care.trellis.engine.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client-day.
 *
 * @param reason the first broken rule in the order of {@link Stage}; null when billable
 * @param minutes minutes attended, as far as known
 * @param countableMinutes minutes of the sessions that count, as far as known
 * @param neededMinutes minutes the payer asks of a day; null where it asks for none
 * @param services sessions that count
 * @param neededServices services the payer asks of a day; null where it asks for none
 * @param bill what goes, or would go, on the claim: filled for held and lost days too, so that what
 *     is at risk can be priced
 * @param unitsRejected units of the program charged above the daily limit; null when nothing is
 *     charged
 * @param discreteServicesBillable whether the services of the day can be billed each for itself
 *     instead of its unit; null where the rulebook leaves that open
 * @param documentationComplete false when something is missing, true when what is known of it is
 *     there, null when nothing is known
 * @param because everything that keeps the day from being billed, in the order of {@link Stage}:
 *     its own broken rules, sessions that do not count, and rules of the week; empty when billable
 * @param findings the day's whole trace; rules of the week stand in {@link WeekDecision#findings()}
 */
public record DayDecision(
        LocalDate date,
        Status status,
        @Nullable String reason,
        int minutes,
        int countableMinutes,
        @Nullable Integer neededMinutes,
        int services,
        @Nullable Integer neededServices,
        Bill bill,
        @Nullable Integer unitsRejected,
        @Nullable String reasonRejected,
        List<RejectedLine> rejectedLines,
        @Nullable Boolean documentationComplete,
        boolean deniedForMissingAuthorization,
        @Nullable Boolean discreteServicesBillable,
        List<SessionDecision> sessions,
        List<Finding> because,
        List<Finding> findings) {

    /** Whether the day can go on a claim now. */
    public boolean billable() {
        return status == Status.BILLABLE;
    }
}
