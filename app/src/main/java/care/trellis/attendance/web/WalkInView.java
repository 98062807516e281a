package care.trellis.attendance.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The form that adds somebody who came unexpected.
 *
 * @param choices clients who could be added, behind a line that chooses nobody
 * @param form what was typed and what is wrong with it
 */
public record WalkInView(String path, List<Choice> choices, Form form) {

    public WalkInView {
        choices = List.copyOf(choices);
    }

    /** Whether there is anybody left to add. */
    public boolean hasChoices() {
        return choices.size() > 1;
    }
}
