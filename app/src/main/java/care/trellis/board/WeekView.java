package care.trellis.board;

import java.util.List;

/**
 * The week board: each client's days, summed against that client's payer's rule.
 *
 * @param days headings, such as {@code Mon 17}
 * @param livePath server-sent events of this board
 */
public record WeekView(
        Headcount headcount,
        List<String> days,
        List<WeekRow> rows,
        BoardFilters filters,
        String livePath,
        String previousPath,
        String nextPath,
        String dayPath,
        String weekPath) {

    public WeekView {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }
}
