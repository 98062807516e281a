package care.trellis.safety;

import java.time.Instant;
import java.util.UUID;

/**
 * Who answers for a site's flags.
 *
 * @param account the account that took the watch
 * @param phone where colleagues reach this person
 * @param from since when
 */
public record OnCall(UUID account, String name, String phone, Instant from) {}
