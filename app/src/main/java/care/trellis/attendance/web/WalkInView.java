package care.trellis.attendance.web;

import care.trellis.web.Choice;
import java.util.List;

/**
 * The form that adds somebody who came unexpected.
 *
 * @param choices clients who could be added, behind a line that chooses nobody
 * @param error what is wrong with the choice; empty for nothing
 */
public record WalkInView(String path, List<Choice> choices, String error) {

    public WalkInView {
        choices = List.copyOf(choices);
    }

    /** Whether there is anybody left to add. */
    public boolean hasChoices() {
        return choices.size() > 1;
    }
}
