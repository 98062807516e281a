package care.trellis.board;

import java.util.List;

/**
 * The sign-in sheet on paper, for the day the network is down.
 *
 * @param title such as {@code Morning IOP, Saturday, November 21}
 * @param sessions headings of the columns to sign in
 * @param names first name and last initial
 */
public record SheetView(String title, String site, List<String> sessions, List<String> names) {

    public SheetView {
        sessions = List.copyOf(sessions);
        names = List.copyOf(names);
    }
}
