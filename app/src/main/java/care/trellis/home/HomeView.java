package care.trellis.home;

import java.util.List;

/**
 * The home page as finished text: what waits for this person, oldest first.
 *
 * @param waiting how many things wait
 * @param money what hangs on them
 * @param notes how many of them are a signature, and what hangs on those
 * @param places where to go when nothing waits
 */
public record HomeView(
        String waiting,
        String money,
        String notes,
        String notesMoney,
        List<Item> items,
        int more,
        List<Place> places) {

    /** One thing to do: for whom, which day, what to do, and what hangs on it. */
    public record Item(
            String day, String client, String what, String owner, String money, String path) {}

    /** One of the person's own pages. */
    public record Place(String label, String icon, String path) {}
}
