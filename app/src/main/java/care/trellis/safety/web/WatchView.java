package care.trellis.safety.web;

import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/** Every flag that stands, and who is on call where. */
public record WatchView(List<Row> rows, List<Watch> watches, boolean mayEdit) {

    /** Copies the lists. */
    public WatchView {
        rows = List.copyOf(rows);
        watches = List.copyOf(watches);
    }

    /** One flag of the list. */
    public record Row(
            String client,
            String path,
            String kind,
            String level,
            Tone tone,
            String raised,
            String clock,
            String owner) {}

    /** Who answers for one site. */
    public record Watch(String element, String site, String words, String path, Form form) {}
}
