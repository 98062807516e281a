package care.trellis.aftercare.web;

import care.trellis.web.Event;
import care.trellis.web.Form;
import java.util.List;

/**
 * What follows one client's stay, in finished text.
 *
 * @param path of the chart
 */
public record AftercareView(String path, String name, List<Open> open, List<Done> done) {

    /** Copies the lists. */
    public AftercareView {
        open = List.copyOf(open);
        done = List.copyOf(done);
    }

    /** Something that nobody has answered. */
    public record Open(
            String element,
            String path,
            String kind,
            String due,
            boolean late,
            String words,
            Form form) {}

    /**
     * Something that was answered.
     *
     * @param undoPath opens it again
     */
    public record Done(Event event, String undoPath) {}
}
