package care.trellis.home;

import java.util.List;

/**
 * The home page as finished text: what waits for this person, most pressing first.
 *
 * @param waiting how many things wait
 * @param safety how many of them are about somebody's safety
 * @param deadlines how many have a deadline
 * @param money what hangs on all of them
 * @param more how many stand behind those shown
 * @param places where to go when nothing waits
 */
public record HomeView(
        int waiting,
        int safety,
        int deadlines,
        String money,
        List<Item> items,
        int more,
        List<Place> places) {

    /** One thing to do: for whom, which day, what to do, and what hangs on it. */
    public record Item(
            boolean safety,
            String day,
            String client,
            String what,
            String owner,
            String money,
            String path) {}

    /** One of the person's own pages. */
    public record Place(String label, String icon, String path) {}
}
