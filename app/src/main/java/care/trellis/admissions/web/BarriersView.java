package care.trellis.admissions.web;

import care.trellis.web.Event;
import care.trellis.web.Form;
import java.util.List;

/** What keeps one client from coming, and what was done about it. */
public record BarriersView(String path, String name, List<Open> open, List<Event> closed) {

    /** Copies the lists. */
    public BarriersView {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /**
     * One that stands.
     *
     * @param ideas what has helped others
     */
    public record Open(
            String element,
            String path,
            String title,
            String owner,
            String due,
            String ideas,
            Form form) {}
}
