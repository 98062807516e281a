package care.trellis.clients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that a payer may not hear of, because the client pays for them and asked for it (45 CFR
 * 164.522(a)(1)(vi)).
 *
 * @param coverage whose payer hears nothing; null: no payer does
 * @param to the last day; null until it is lifted
 * @param by who wrote it down, by name
 * @param lifted whether it was taken back
 */
public record Restriction(
        RestrictionId id,
        @Nullable CoverageId coverage,
        LocalDate from,
        @Nullable LocalDate to,
        LocalDate askedOn,
        String by,
        boolean lifted) {

    /** Whether it keeps that day from the payer of the coverage. */
    public boolean holds(CoverageId of, LocalDate day) {
        return !lifted
                && (coverage == null || coverage.equals(of))
                && !day.isBefore(from)
                && (to == null || !day.isAfter(to));
    }
}
