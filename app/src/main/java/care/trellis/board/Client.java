package care.trellis.board;

import java.util.List;

/**
 * Who a row is about, as much of it as may hang on a wall.
 *
 * @param name first name and last initial
 * @param initials two letters
 * @param detail pronouns, or whatever the site shows under a name; may be empty
 * @param chartPath where the chart is; empty for a reader who may not open it
 * @param signals what stands about the person whatever the day: a flag, a plan that is overdue
 */
public record Client(
        String name, String initials, String detail, String chartPath, List<Signal> signals) {

    /** Copies the signals. */
    public Client {
        signals = List.copyOf(signals);
    }
}
