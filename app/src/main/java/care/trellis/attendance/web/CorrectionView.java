package care.trellis.attendance.web;

import care.trellis.web.Choice;
import care.trellis.web.Event;
import java.util.List;

/**
 * The form that puts one client's record right, over its history.
 *
 * @param came as {@code 09:02}, in the site's time
 * @param error the sentence that names the fix; empty for nothing
 */
public record CorrectionView(
        String path,
        String back,
        String name,
        String session,
        List<Choice> statuses,
        String came,
        String left,
        String reason,
        String error,
        String key,
        List<Event> history) {

    public CorrectionView {
        statuses = List.copyOf(statuses);
        history = List.copyOf(history);
    }
}
