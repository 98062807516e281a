package care.trellis.board;

import java.util.List;

/**
 * The day board.
 *
 * @param columns session columns of the table: the most sessions any client has today
 * @param livePath server-sent events of this board: event {@code board} carries changed rows, cards
 *     and figures
 * @param previousPath the program day before
 * @param nextPath the program day after
 * @param weekPath the same filters over the week
 * @param signInSheetPath the sheet to print; empty for a reader who may not
 */
public record BoardView(
        Headcount headcount,
        List<SessionCard> sessions,
        int columns,
        List<BoardTrack> tracks,
        BoardFilters filters,
        String livePath,
        String previousPath,
        String nextPath,
        String dayPath,
        String weekPath,
        String signInSheetPath) {

    public BoardView {
        sessions = List.copyOf(sessions);
        tracks = List.copyOf(tracks);
    }
}
