package care.trellis.board;

import java.util.List;

/**
 * The clients of one track, under the hours of that track's sessions.
 *
 * @param elementId of the table body, opaque
 * @param words such as {@code 12 clients}
 * @param hours heading of each session column, such as {@code 9:00 Process}; never more than the
 *     board has columns
 */
public record BoardTrack(
        String elementId, String name, String words, List<String> hours, List<BoardRow> rows) {

    public BoardTrack {
        hours = List.copyOf(hours);
        rows = List.copyOf(rows);
    }
}
