package care.trellis.benefits;

import care.trellis.clients.Coverage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A coverage that holds today, and what is known of it.
 *
 * @param latest the newest check; null while there is none
 * @param due why it must be looked at again; empty if it need not
 * @param asked when a question went out that nobody has answered; null when none waits
 * @param rejected why the last question was not answered; empty when it was, or none went out
 */
public record Covered(
        Coverage coverage,
        @Nullable Verification latest,
        Optional<Recheck> due,
        @Nullable Instant asked,
        String rejected) {}
