package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.BurnDown;
import care.trellis.ledger.Drawn;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One authorization with what is left of it and when somebody must act.
 *
 * @param left units left; below 0 never, for the ledger draws nothing that is not there
 * @param history what the forecast knows of the client
 * @param booked days ahead that were counted
 * @param ask the working morning on which the payer must be asked at the latest
 */
record Outlook(
        Authorization authorization,
        Drawn drawn,
        BigDecimal left,
        BurnDown.Forecast forecast,
        BurnDown.History history,
        int booked,
        @Nullable String level,
        LocalDate ask) {

    /** The first day that may stand without cover: units may be gone, or the span is over. */
    LocalDate lastCovered() {
        var early = forecast.early();
        return early == null || early.isAfter(authorization.to()) ? authorization.to() : early;
    }

    boolean overdrawn() {
        return drawn.overdrawn() > 0;
    }
}
