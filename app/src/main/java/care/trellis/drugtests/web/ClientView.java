package care.trellis.drugtests.web;

import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * A client's drug tests.
 *
 * @param standing whether the client takes part in random testing, in a sentence
 * @param stand the form that changes it
 * @param order the form that orders a test out of the draw
 */
public record ClientView(
        String path,
        String name,
        String standing,
        boolean takesPart,
        Tone tone,
        List<Event> said,
        List<Row> rows,
        boolean mayOrder,
        Form stand,
        Form order,
        List<Choice> panels,
        List<Choice> whys) {

    /** Copies the lists. */
    public ClientView {
        said = List.copyOf(said);
        rows = List.copyOf(rows);
        panels = List.copyOf(panels);
        whys = List.copyOf(whys);
    }

    /** One test. */
    public record Row(String path, String day, String why, String panel, String state, Tone tone) {}
}
