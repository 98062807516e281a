package care.trellis.engine.x12.reviews;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One service that is asked for or decided on (loop 2000F). One without any code is the quantity of
 * all services together (HSD of loop 2000E).
 *
 * @param procedure HCPCS or CPT code, null when a revenue code alone says it
 * @param revenueCode four digits, null for a professional service
 * @param units how many; 0 where none is said, or only how many in a time
 * @param unit {@code DY} days, {@code VS} visits, {@code UN} units
 * @param from first day: what is certified where the payer says so, else what was asked for; null
 *     when not said
 * @param to last day in the same way; null when not said
 * @param decision null in a request
 */
public record ReviewedService(
        @Nullable String procedure,
        @Nullable String revenueCode,
        int units,
        String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ReviewDecision decision) {

    /** Whether it is the quantity of all services together. */
    public boolean ofAll() {
        return procedure == null && revenueCode == null;
    }
}
