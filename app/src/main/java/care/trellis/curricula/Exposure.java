package care.trellis.curricula;

import java.time.Instant;
import java.util.List;

/**
 * What one client got of a curriculum.
 *
 * @param minutes of the module that the client was there, in all sessions that taught it; 0 for
 *     none
 * @param ahead when it is taught next in a group the client is expected in
 */
public record Exposure(Curriculum.Module module, boolean core, int minutes, List<Instant> ahead) {

    /** Copies the times. */
    public Exposure {
        ahead = List.copyOf(ahead);
    }

    /** Whether the client was there for at least half of it. */
    public boolean had(int moduleMinutes) {
        return minutes * 2 >= moduleMinutes;
    }
}
