package care.trellis.authorizations;

import care.trellis.clients.ClientId;
import care.trellis.clients.ConsentId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A packet that left for a payer, as it left.
 *
 * @param recipient the payer by name
 * @param consent the signed version it left under; null only where 42 CFR Part 2 does not apply
 */
public record SentPacket(
        UUID id,
        ClientId client,
        AuthorizationId authorization,
        Purpose purpose,
        Criteria criteria,
        String recipient,
        @Nullable ConsentId consent,
        LocalDate sentOn,
        List<Packet.Section> sections) {

    /** What for. */
    public enum Purpose {
        REVIEW,
        APPEAL
    }

    /** Names nobody: a log may hold it. */
    @Override
    public String toString() {
        return "SentPacket[" + id + "]";
    }
}
