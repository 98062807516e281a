package care.trellis.engine.rulebook.facts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The program the client attends.
 *
 * @param offeredDays the weekdays the program runs on
 * @param scheduledHoursPerWeek the hours a licence looks at
 * @param weekStarts first day of the week under decision; with {@link Course#asOf()} it tells
 *     whether the week is over
 * @param bhpCaseload clients per behavioral health professional
 * @param bhmpOnSiteShare share of the program hours a behavioral health medical practitioner is on
 *     site, 0 to 1
 */
public record Program(
        @Nullable Setting setting,
        @Nullable ProgramType type,
        @Nullable List<DayOfWeek> offeredDays,
        @Nullable BigDecimal hoursPerDay,
        @Nullable BigDecimal scheduledHoursPerWeek,
        @Nullable LocalDate weekStarts,
        @Nullable Integer weeksInService,
        @Nullable Boolean clinicalRationaleDocumented,
        @Nullable Boolean nationallyAccredited,
        @Nullable Integer bhpCaseload,
        @Nullable BigDecimal bhmpOnSiteShare,
        @Nullable BigDecimal averageDailyCensus,
        @Nullable BigDecimal substanceAbuseCounselors,
        @Nullable Boolean groupCounselingHeldThatDay,
        @Nullable DeliverySystem deliverySystem,
        @Nullable String region) {

    /** A program of which no rule may assume anything. */
    public static final Program UNKNOWN = of(null, null, null);

    /** A program known by its setting, its kind and the first day of the week under decision. */
    public static Program of(
            @Nullable Setting setting, @Nullable ProgramType type, @Nullable LocalDate weekStarts) {
        return new Program(
                setting,
                type,
                null,
                null,
                null,
                weekStarts,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
