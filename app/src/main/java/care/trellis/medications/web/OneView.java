package care.trellis.medications.web;

import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One medication of a client, or the form for a new one.
 *
 * @param path of the client's chart
 * @param target where the form goes
 * @param known that the program knows the name, and as what; empty where it does not
 * @param stopTarget where stopping goes; empty where it is not taken, or the reader may not
 */
public record OneView(
        String path,
        String name,
        String title,
        String state,
        Tone tone,
        List<Fact> facts,
        String target,
        Form form,
        List<Choice> sources,
        List<Choice> adherences,
        List<String> names,
        String known,
        String stopTarget,
        Form stop,
        List<Event> history,
        boolean mayEdit) {

    /** Copies the lists. */
    public OneView {
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
        adherences = List.copyOf(adherences);
        names = List.copyOf(names);
        history = List.copyOf(history);
    }

    /** Whether it is on the list already. */
    public boolean listed() {
        return !history.isEmpty();
    }
}
