package care.trellis.engine.rulebook;

import org.jspecify.annotations.Nullable;

/** Units of a charged line that the payer would turn down, and why. */
public record RejectedLine(
        @Nullable String code, @Nullable String service, int units, String reason) {}
