package care.trellis.sessions;

import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client enrolled in a track.
 *
 * @param enrollment the enrollment's id
 * @param from first day
 * @param to last day; absent: no end
 */
public record Enrollee(
        UUID enrollment,
        ClientId client,
        String givenName,
        String familyName,
        LocalDate from,
        @Nullable LocalDate to) {

    @Override
    public String toString() {
        return "Enrollee[" + enrollment + "]";
    }
}
