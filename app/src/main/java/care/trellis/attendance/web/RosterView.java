package care.trellis.attendance.web;

import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One session with its roster.
 *
 * @param words when, where and who leads
 * @param warning what is unusual about the session, such as a start that the clock change moved;
 *     empty for nothing
 * @param headcount such as {@code 11 of 12 here}
 * @param notePath the group's note; empty for a reader who may not
 * @param walkIns clients who could be added
 * @param others sessions of the same day that a client could move to
 * @param error what a refused form asks for; empty for nothing
 */
public record RosterView(
        String path,
        String title,
        String words,
        String warning,
        String headcount,
        List<Row> rows,
        List<Row> removed,
        List<Choice> walkIns,
        List<Choice> others,
        String notePath,
        boolean mayCheckIn,
        boolean mayEdit,
        boolean cancelled,
        String error) {

    /**
     * One client.
     *
     * @param name first name and last initial
     * @param came when, in the site's time; empty while not here
     * @param left when; empty while still here
     * @param detail walk-in, estimated, or why no longer expected
     * @param action the one press that comes next: {@code arrivals}, {@code departures}, or empty
     * @param path of the client within the session
     */
    public record Row(
            String elementId,
            String name,
            String code,
            String mark,
            Tone tone,
            String came,
            String left,
            String minutes,
            String detail,
            String action,
            String path,
            String client) {}

    public RosterView {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
        walkIns = List.copyOf(walkIns);
        others = List.copyOf(others);
    }
}
