package care.trellis.engine.rulebook.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The plan the program treats by.
 *
 * @param hoursPerWeek hours of treatment a week that the plan calls for
 * @param lastCertifiedOn the day a physician last certified the need for the program
 */
public record PlanOfCare(
        @Nullable BigDecimal hoursPerWeek,
        @Nullable Boolean physicianSigned,
        @Nullable LocalDate lastCertifiedOn) {

    /** No plan is known. */
    public static final PlanOfCare UNKNOWN = new PlanOfCare(null, null, null);
}
