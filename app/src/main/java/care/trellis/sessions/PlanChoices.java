package care.trellis.sessions;

import java.util.List;
import java.util.UUID;

/**
 * What a weekly plan can be made of, at the sites that the actor works at.
 *
 * @param programs programs, each with its site's name
 * @param rooms rooms, each with its site
 * @param staff who may lead, by name
 */
public record PlanChoices(List<Option> programs, List<Option> rooms, List<Option> staff) {

    /**
     * One thing to choose.
     *
     * @param site the site it belongs to; the zero id for staff, who belong to none
     */
    public record Option(UUID id, UUID site, String name) {}

    public PlanChoices {
        programs = List.copyOf(programs);
        rooms = List.copyOf(rooms);
        staff = List.copyOf(staff);
    }
}
