package care.trellis.attendance.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The dialog that takes a client off a roster or moves them, and the one that puts them back.
 *
 * @param returnPath where they are put back for a reason
 * @param name first name and last initial
 * @param session when the session is that they leave
 * @param correctionPath where the record of one who was here is put right
 * @param others sessions of the same day to move to, behind a line that chooses none
 */
public record RemovalView(
        String path,
        String returnPath,
        String name,
        String session,
        String correctionPath,
        Form form,
        List<Choice> others) {

    public RemovalView {
        others = List.copyOf(others);
    }
}
