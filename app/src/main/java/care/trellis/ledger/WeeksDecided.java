package care.trellis.ledger;

import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.List;

/**
 * These clients' weeks were decided again and came out differently. Published inside the
 * transaction, so that open boards can hear of it when it commits.
 *
 * @param monday first day of the week
 */
public record WeeksDecided(LocalDate monday, List<ClientId> clients) {

    public WeeksDecided {
        clients = List.copyOf(clients);
    }
}
