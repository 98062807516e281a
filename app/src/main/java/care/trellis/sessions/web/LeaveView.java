package care.trellis.sessions.web;

import care.trellis.web.Choice;
import java.util.List;

/**
 * One leave with its sessions.
 *
 * @param open sessions that nobody covers yet
 */
public record LeaveView(
        String path, String name, String days, List<Need> needs, int open, boolean mayEdit) {

    /**
     * A session, and who could cover.
     *
     * @param part what the person away does in it
     */
    public record Need(
            String field,
            String day,
            String time,
            String title,
            String part,
            boolean covered,
            List<Choice> people,
            String error) {

        /** Copies the list. */
        public Need {
            people = List.copyOf(people);
        }
    }

    /** Copies the list. */
    public LeaveView {
        needs = List.copyOf(needs);
    }
}
