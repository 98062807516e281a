package care.trellis.sessions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar with a secret address.
 *
 * @param readAt when something read it last; nothing before
 */
public record Feed(UUID id, Instant createdAt, @Nullable Instant readAt) {}
