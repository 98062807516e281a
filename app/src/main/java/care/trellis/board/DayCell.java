package care.trellis.board;

import java.util.List;

/**
 * One client on one day of the week board.
 *
 * @param day such as {@code Tue}
 * @param hours counted or, for days to come, planned hours, such as {@code 3.0}; empty on a day
 *     without sessions
 * @param marks one letter per session
 * @param reasons the three lines: minutes, rule, authorization; shown on hover and in the detail
 * @param detailPath opens the reasons; empty on a day without sessions
 */
public record DayCell(
        String elementId,
        String day,
        boolean today,
        String hours,
        List<Mark> marks,
        List<Signal> signals,
        String reasons,
        String detailPath) {

    public DayCell {
        marks = List.copyOf(marks);
        signals = List.copyOf(signals);
    }

    /** What the cell says aloud. */
    public String spoken(String name) {
        var aloud =
                new StringBuilder(name)
                        .append(", ")
                        .append(day)
                        .append(": ")
                        .append(hours)
                        .append(" hours");
        marks.forEach(mark -> aloud.append(", ").append(mark.word()));
        signals.forEach(signal -> aloud.append(", ").append(signal.words()));
        return aloud.toString();
    }
}
