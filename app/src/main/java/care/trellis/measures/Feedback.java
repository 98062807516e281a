package care.trellis.measures;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.UUID;

/** What a client wants the team to know, in their own words. */
public record Feedback(
        AdministrationId id,
        ClientId client,
        String name,
        UUID site,
        String words,
        Instant givenAt,
        boolean read) {

    /** Neither the person nor the words. */
    @Override
    public String toString() {
        return "Feedback[" + id.value() + "]";
    }
}
