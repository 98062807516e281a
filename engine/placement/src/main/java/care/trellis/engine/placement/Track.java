package care.trellis.engine.placement;

import java.util.List;
import java.util.Set;

/**
 * A week of groups that people join together.
 *
 * @param level of care, such as {@code IOP}
 * @param youngest age in years, and {@code oldest}, both included
 * @param only what everybody in it has to be, such as {@code women}; none: open to all
 */
public record Track(
        String id,
        String name,
        String level,
        String site,
        String language,
        int youngest,
        int oldest,
        Set<String> only,
        List<Group> groups) {

    /** Copies what it holds. */
    public Track {
        only = Set.copyOf(only);
        groups = List.copyOf(groups);
    }
}
