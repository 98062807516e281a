package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that the ledger waits for.
 *
 * @param name the client as staff know them
 * @param fix what to do
 * @param session the session it is about
 * @param amount what hangs on it
 */
public record OpenItem(
        ClientId client,
        String name,
        LocalDate date,
        DayState state,
        String reason,
        String fix,
        Role owner,
        @Nullable UUID session,
        Money amount) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "OpenItem[" + client.value() + " " + date + " " + reason + "]";
    }
}
