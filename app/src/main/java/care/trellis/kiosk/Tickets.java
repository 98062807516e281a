package care.trellis.kiosk;

import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes and reads signed addresses. Nothing is kept of them: the signature and the clock decide.
 */
@Component
public class Tickets {

    /** How long a code stands on the wall. */
    public static final Duration MINUTE = Duration.ofSeconds(60);

    private static final Duration FORM_WAITS = Duration.ofMinutes(5);
    private static final int SIGNATURE = 16;
    private static final int CONTENT = 1 + 16 + 16 + 8;

    private final byte[] key;
    private final Clock clock;

    Tickets(Keys keys, Clock clock) {
        this.key = keys.derive("kiosk-ticket", 32);
        this.clock = clock;
    }

    /** The path that stands on the wall in this minute; the same all through it. */
    public String wall(Device device) {
        var seconds = clock.instant().getEpochSecond();
        return path(
                new Ticket(
                        Ticket.Kind.WALL,
                        device.organization(),
                        device.id().value(),
                        seconds - seconds % MINUTE.toSeconds()));
    }

    /** The path of a form or of a video session, made now. */
    String path(Ticket.Kind kind, OrganizationId organization, UUID door) {
        return path(new Ticket(kind, organization, door, clock.instant().getEpochSecond()));
    }

    /** The ticket of an address; nothing where it was not made here or its time is over. */
    Optional<Ticket> read(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != CONTENT + SIGNATURE) {
                return Optional.empty();
            }
            var content = Arrays.copyOf(bytes, CONTENT);
            if (!MessageDigest.isEqual(
                    signature(content), Arrays.copyOfRange(bytes, CONTENT, bytes.length))) {
                return Optional.empty();
            }
            return Optional.of(ticket(ByteBuffer.wrap(content))).filter(this::good);
        } catch (IllegalArgumentException noTicket) {
            return Optional.empty();
        }
    }

    private boolean good(Ticket ticket) {
        long age = clock.instant().getEpochSecond() - ticket.at();
        return age >= 0
                && switch (ticket.kind()) {
                    case WALL -> age < MINUTE.multipliedBy(2).toSeconds();
                    case FORM -> age < FORM_WAITS.toSeconds();
                    case VIDEO -> age < Duration.ofDays(1).toSeconds();
                };
    }

    private String path(Ticket ticket) {
        var content =
                ByteBuffer.allocate(CONTENT)
                        .put((byte) ticket.kind().ordinal())
                        .putLong(ticket.organization().value().getMostSignificantBits())
                        .putLong(ticket.organization().value().getLeastSignificantBits())
                        .putLong(ticket.door().getMostSignificantBits())
                        .putLong(ticket.door().getLeastSignificantBits())
                        .putLong(ticket.at())
                        .array();
        var signed =
                ByteBuffer.allocate(CONTENT + SIGNATURE)
                        .put(content)
                        .put(signature(content))
                        .array();
        return "/arrive/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private static Ticket ticket(ByteBuffer content) {
        var kind = Ticket.Kind.values()[content.get()];
        var organization = new OrganizationId(new UUID(content.getLong(), content.getLong()));
        return new Ticket(
                kind,
                organization,
                new UUID(content.getLong(), content.getLong()),
                content.getLong());
    }

    private byte[] signature(byte[] content) {
        return Arrays.copyOf(Hashes.hmac(key, content), SIGNATURE);
    }
}
