package care.trellis.kiosk;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the next screen brings back of a client who proved who they are: sealed for the one door,
 * good for a few minutes, and nothing is kept of it.
 */
@Component
class Visits {

    /** Long enough for two taps and a look around; the screen itself forgets sooner. */
    static final Duration GOOD = Duration.ofMinutes(5);

    /** A client at a door, and the session it is about. */
    record Visit(ClientId client, SessionId session) {}

    private final Seal seal;
    private final Clock clock;

    Visits(Keys keys, Clock clock) {
        this.seal = new Seal(keys, "kiosk-visit");
        this.clock = clock;
    }

    String close(UUID door, ClientId client, SessionId session) {
        var until = clock.instant().plus(GOOD).getEpochSecond();
        var content =
                ByteBuffer.allocate(40)
                        .putLong(client.value().getMostSignificantBits())
                        .putLong(client.value().getLeastSignificantBits())
                        .putLong(session.value().getMostSignificantBits())
                        .putLong(session.value().getLeastSignificantBits())
                        .putLong(until)
                        .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(content, organization(), door));
    }

    /** Nothing where it was made for another door, is too old, or is no visit at all. */
    Optional<Visit> open(UUID door, String sealed) {
        try {
            var content =
                    ByteBuffer.wrap(
                            seal.open(Base64.getUrlDecoder().decode(sealed), organization(), door));
            var client = new ClientId(new UUID(content.getLong(), content.getLong()));
            var session = new SessionId(new UUID(content.getLong(), content.getLong()));
            return clock.instant().isAfter(Instant.ofEpochSecond(content.getLong()))
                    ? Optional.empty()
                    : Optional.of(new Visit(client, session));
        } catch (IllegalArgumentException | IllegalStateException noVisit) {
            return Optional.empty();
        }
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
