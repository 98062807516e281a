package care.trellis.board;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * The four figures on top of the board; each opens the rows behind it.
 *
 * @param census clients who have a session today
 * @param path the board's address; {@code mark=…} is added to it
 */
public record Headcount(int census, int present, int late, int absent, int expected, String path) {

    /** Counts how the days of these clients stand. */
    static Headcount of(Collection<Mark> marks, String path) {
        int present = 0;
        int late = 0;
        int absent = 0;
        int expected = 0;
        for (var mark : marks) {
            switch (mark) {
                case PRESENT, VIRTUAL -> present++;
                case LATE -> late++;
                case ABSENT -> absent++;
                case EXPECTED -> expected++;
                case AWAY -> {}
            }
        }
        return new Headcount(marks.size(), present, late, absent, expected, path);
    }

    /** The address of a day's board. */
    static String path(UUID site, LocalDate date) {
        return "/board/%s?date=%s".formatted(site, date);
    }

    /** Where the clients of one mark are listed. */
    public String path(Mark mark) {
        return path + (path.contains("?") ? "&" : "?") + "mark=" + mark.css();
    }
}
