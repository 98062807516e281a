package care.trellis.ledger;

import care.trellis.authorizations.AuthorizationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger's days draw from one authorization.
 *
 * @param used units of the days that are billable or may still become so
 * @param overdrawn days delivered after the last unit was gone
 * @param firstOverdrawn the first of them
 */
public record Drawn(
        AuthorizationId authorization,
        BigDecimal used,
        int overdrawn,
        @Nullable LocalDate firstOverdrawn) {

    /** Nothing has been drawn yet. */
    public static Drawn nothing(AuthorizationId authorization) {
        return new Drawn(authorization, BigDecimal.ZERO, 0, null);
    }
}
