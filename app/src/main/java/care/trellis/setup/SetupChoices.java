package care.trellis.setup;

import java.util.List;
import java.util.Map;

/**
 * What a program can be set up with.
 *
 * @param rooms room names by site
 * @param zones time zones by site
 * @param staff names, by name
 */
public record SetupChoices(
        Map<String, List<String>> rooms, Map<String, String> zones, List<String> staff) {

    /** Copies the list; the order of the sites stays. */
    public SetupChoices {
        staff = List.copyOf(staff);
    }
}
