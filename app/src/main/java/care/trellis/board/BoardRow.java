package care.trellis.board;

import java.util.List;

/**
 * One client on the day board. A change to the client's day replaces exactly this row on every open
 * screen.
 *
 * @param elementId opaque, and the same on every screen
 * @param columns how many session columns the table has; cells that are missing are filled up
 * @param payer short name of the payer, and nothing more of the coverage
 * @param money dollars of this client's week that are not safe yet, such as {@code $394}; empty for
 *     none
 */
public record BoardRow(
        String elementId,
        Client client,
        String track,
        String payer,
        int columns,
        List<SessionCell> cells,
        Hours hours,
        Authorized authorized,
        String money) {

    public BoardRow {
        cells = List.copyOf(cells);
    }

    /** Session columns of the table that this client has no session for. */
    public int gap() {
        return Math.max(0, columns - cells.size());
    }
}
