package care.trellis.engine.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * What one session is worth.
 *
 * @param sessionId as the caller named it
 * @param counts whether it counts toward minutes, services and components
 * @param countableMinutes its minutes when it counts, otherwise 0; null when its minutes are not
 *     known
 * @param reason the first rule that keeps it from counting, or that holds it
 * @param revenueCode the line's revenue code where the payer wants a line for each service
 */
public record SessionDecision(
        String sessionId,
        boolean counts,
        @Nullable Integer countableMinutes,
        @Nullable String reason,
        @Nullable String revenueCode) {}
