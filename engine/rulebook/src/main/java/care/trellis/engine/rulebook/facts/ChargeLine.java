package care.trellis.engine.rulebook.facts;

import org.jspecify.annotations.Nullable;

/**
 * One line charged for a day of the week under decision.
 *
 * @param code procedure code, where the line has one
 * @param service name of the service, {@code IOP} or {@code PHP}, where it has no code
 */
public record ChargeLine(
        @Nullable String code,
        @Nullable String service,
        @Nullable Integer units,
        @Nullable ClaimSide claim) {}
