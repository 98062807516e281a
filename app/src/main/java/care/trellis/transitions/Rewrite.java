package care.trellis.transitions;

import care.trellis.sessions.Seats;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change does, said before it is made.
 *
 * @param minutesBefore prescribed a week until then
 * @param needs payers to be asked
 * @param site to which the record goes along; null where it stays
 * @param planDue the day by which the plan is reviewed; null where no plan is due
 */
public record Rewrite(
        Transition.Kind kind,
        Seats seats,
        int minutesBefore,
        List<Need> needs,
        @Nullable String site,
        @Nullable LocalDate planDue) {

    /** Copies the needs. */
    public Rewrite {
        needs = List.copyOf(needs);
    }
}
