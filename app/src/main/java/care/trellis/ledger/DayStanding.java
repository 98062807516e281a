package care.trellis.ledger;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day of one site, in one line.
 *
 * @param turn the last; null where the day was never closed
 * @param by who turned it; empty where nobody did
 * @param clients with a day of their own
 * @param open client-days on hold
 * @param amended client-days that are other than they were when the day closed
 */
public record DayStanding(
        UUID site,
        String siteName,
        LocalDate date,
        @Nullable DayTurn turn,
        String by,
        @Nullable Instant at,
        int clients,
        Money billable,
        Money held,
        int open,
        int amended) {

    /** Whether it is closed now. */
    public boolean closed() {
        return turn == DayTurn.CLOSED;
    }
}
