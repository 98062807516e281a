package care.trellis.attendance.web;

import care.trellis.web.Tone;
import java.util.List;

/**
 * Who is expected in a session and who is here: the part of its page that other screens change.
 *
 * @param warning what is unusual about the session, such as a start that the clock change moved;
 *     empty for nothing
 * @param headcount such as {@code 11 of 12 here}
 * @param estimated of whom nobody saw the leaving, in words, where the reader may confirm it; empty
 *     for nobody
 * @param late presses that came late and differ from what stands
 * @param removed who is no longer expected, each with the reason
 * @param mayEdit seats may be added and freed: the reader may, and the session is not over
 */
public record RosterView(
        String path,
        String warning,
        String headcount,
        List<Row> rows,
        List<Row> removed,
        List<Late> late,
        String estimated,
        boolean mayCheckIn,
        boolean mayEdit) {

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

    /**
     * A press that was made without a connection and differs from what stands.
     *
     * @param words who, what and when
     * @param path where it is settled
     * @param correctionPath where the record is put right
     */
    public record Late(String words, String path, String correctionPath) {

        @Override
        public String toString() {
            return "Late[" + path + "]";
        }
    }

    public RosterView {
        late = List.copyOf(late);
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
