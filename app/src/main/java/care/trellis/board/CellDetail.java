package care.trellis.board;

import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Stage;
import java.util.List;

/**
 * What is behind one mark of the board: its times, how far the day has come, and what can be done
 * about it.
 *
 * @param eyebrow whom and what it is about, such as {@code Karim A. · 9:00 Process group}
 * @param title how it stands in a sentence, such as {@code Here since 9:02}
 * @param cellId element id of the mark, which an action replaces
 * @param stages the chain of the client-day; empty before there is one
 * @param chainPath where the reasons of the whole day are; empty for none
 */
public record CellDetail(
        String eyebrow,
        String title,
        String cellId,
        List<CellAction> actions,
        List<Fact> facts,
        List<Event> events,
        List<Stage> stages,
        String chainPath) {

    public CellDetail {
        actions = List.copyOf(actions);
        facts = List.copyOf(facts);
        events = List.copyOf(events);
        stages = List.copyOf(stages);
    }
}
