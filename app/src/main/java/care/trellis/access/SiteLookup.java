package care.trellis.access;

import care.trellis.base.Resource;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the site that a client, a session or the like belongs to. Each room answers for what it
 * owns, so that the one decision place can ask without knowing the rooms.
 */
public interface SiteLookup {

    /** What this lookup knows. */
    Resource.Kind kind();

    /**
     * The site, or nothing where there is no such thing in this organization. Opens a transaction
     * of its own where it has to read.
     */
    Optional<UUID> siteOf(UUID id);
}
