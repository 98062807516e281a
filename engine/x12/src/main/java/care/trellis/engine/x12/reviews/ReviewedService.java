package care.trellis.engine.x12.reviews;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One service that is asked for or decided on (loop 2000F).
 *
 * @param procedure HCPCS or CPT code, null when a revenue code alone says it
 * @param revenueCode four digits, null for a professional service
 * @param units how many
 * @param unit {@code DY} days, {@code VS} visits, {@code UN} units
 * @param from first day, null when not said
 * @param to last day, null when not said
 * @param decision null in a request
 */
public record ReviewedService(
        @Nullable String procedure,
        @Nullable String revenueCode,
        int units,
        String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ReviewDecision decision) {}
