package care.trellis.board;

import java.util.List;

/**
 * One client at one session of the day.
 *
 * @param elementId opaque, and the same for this client and session on every screen
 * @param session such as {@code 9:00 Process group}; what a screen reader says before the mark
 * @param time when the session starts, such as {@code 9:00}; a phone prints it in front of the mark
 * @param minutes what has been counted, such as {@code 44 min}; empty while nothing is
 * @param checkInPath where one press checks in ({@code PUT}); empty when a press has nothing to do
 *     or the reader may not
 * @param detailPath opens the times, the reasons and the corrections of this mark
 */
public record SessionCell(
        String elementId,
        String session,
        String time,
        Mark mark,
        String minutes,
        List<Signal> signals,
        String checkInPath,
        String detailPath) {

    public SessionCell {
        signals = List.copyOf(signals);
    }

    /** Keeps its name when the mark is replaced, so that focus survives an update. */
    public String buttonId() {
        return elementId + "-mark";
    }

    /** Whether one press checks the client in. */
    public boolean canCheckIn() {
        return !checkInPath.isEmpty();
    }

    /** What the cell says aloud. */
    public String spoken(String name) {
        var aloud =
                new StringBuilder(name)
                        .append(", ")
                        .append(session)
                        .append(": ")
                        .append(mark.word());
        if (!minutes.isEmpty()) {
            aloud.append(", ").append(minutes);
        }
        signals.forEach(signal -> aloud.append(", ").append(signal.words()));
        return aloud.toString();
    }
}
