package care.trellis.sessions.web;

import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The dates of one block.
 *
 * @param rule how often and when, in words
 */
public record DatesView(
        String path,
        String trackPath,
        String trackId,
        String blockId,
        String track,
        String title,
        String rule,
        List<Line> lines,
        Form form,
        boolean mayEdit) {

    /**
     * One date.
     *
     * @param word what is special about it; empty for nothing
     * @param off whether it does not take place
     * @param mayChange whether it can be changed or left out
     * @param mayPutBack whether it can take place again
     */
    public record Line(
            String path,
            String month,
            String day,
            String weekday,
            String detail,
            String word,
            Tone tone,
            boolean off,
            boolean mayChange,
            boolean mayPutBack) {}

    /** Copies the lines. */
    public DatesView {
        lines = List.copyOf(lines);
    }
}
