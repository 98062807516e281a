package care.trellis.engine.rulebook.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of treatment so far.
 *
 * @param asOf the day the question is asked; a week or day that is not over by then is held for
 *     what may still come, not lost
 */
public record Course(
        @Nullable Integer treatmentGapDays,
        @Nullable LocalDate asOf,
        @Nullable LocalDate lastProgressSummaryOn,
        @Nullable Boolean activeInLevel2,
        @Nullable Integer visitsSinceAdmission,
        @Nullable Boolean drugScreenDone,
        @Nullable Boolean biopsychosocialDone,
        @Nullable Integer familySessionsInMonth,
        @Nullable Boolean familySessionExceptionDocumented,
        @Nullable Integer groupSessionMinutesMin,
        @Nullable Boolean deferredProsecution,
        @Nullable Integer weeksElapsed,
        @Nullable BigDecimal treatmentHoursTotal,
        @Nullable List<Integer> sessionsPerWeekFirstFour,
        @Nullable Boolean sessionsOnSeparateDays,
        @Nullable Boolean selfHelpAttended) {

    /** Nothing is known about the course of treatment. */
    public static final Course UNKNOWN = asOf(null);

    /** Only the day the question is asked is known. */
    public static Course asOf(@Nullable LocalDate day) {
        return new Course(
                null, day, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
