package care.trellis.safety;

import java.util.UUID;

/**
 * A flag that stands, in a list of many clients.
 *
 * @param name the client's name
 * @param site where the client is treated
 * @param zone of the site, such as {@code America/New_York}
 */
public record Standing(Flag flag, String name, UUID site, String zone) {

    /** Names no person: logs may hold it. */
    @Override
    public String toString() {
        return "Standing[" + flag.id().value() + "]";
    }
}
