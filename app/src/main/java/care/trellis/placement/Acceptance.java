package care.trellis.placement;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Places of a proposal that were taken together.
 *
 * @param from the first day on which they hold
 * @param undone whether that was taken back
 */
public record Acceptance(
        UUID id, LocalDate from, List<ClientId> clients, Instant at, String by, boolean undone) {

    /** Copies the clients. */
    public Acceptance {
        clients = List.copyOf(clients);
    }
}
