package care.trellis.approvals;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that went out to a payer.
 *
 * @param controlNumber of the file that it stands in
 * @param by who sent it
 * @param receivedAt when a receiver said that it has the file; null when none did
 * @param answeredAt null while nothing came back
 * @param words what the payer said; empty while nothing came back
 */
public record Approval(
        UUID id,
        ClientId client,
        AuthorizationId authorization,
        long controlNumber,
        Instant askedAt,
        String by,
        State state,
        @Nullable Instant receivedAt,
        @Nullable Instant answeredAt,
        String words) {

    /** Where it stands. */
    public enum State {
        /** Nothing came back. */
        WAITING,
        /** The payer has it and is still looking. */
        PENDED,
        /** Decided. */
        ANSWERED,
        /** Sent back unread: it can be mended and asked again. */
        RETURNED;

        /** Whether the payer's last word is still to come. */
        public boolean open() {
            return this == WAITING || this == PENDED;
        }
    }

    private static final Pattern TRACE =
            Pattern.compile("([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})");

    /** The trace number of a request, under which it goes out and comes back: 32 signs. */
    static String trace(UUID id) {
        return id.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** The request of a trace number; nothing where it is none of ours. */
    static Optional<UUID> ofTrace(String trace) {
        var match = TRACE.matcher(trace.strip());
        return match.matches()
                ? Optional.of(UUID.fromString(match.replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Approval[" + id + " " + state + "]";
    }
}
