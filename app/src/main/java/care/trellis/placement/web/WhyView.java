package care.trellis.placement.web;

import care.trellis.web.Choice;
import java.util.List;

/**
 * Why somebody sits where the proposal puts them, and why nowhere else.
 *
 * @param held what the place meets
 * @param costs what it costs
 * @param pinPath keeps them in a place; empty: not for this reader
 */
public record WhyView(
        String name,
        String place,
        List<String> held,
        List<String> costs,
        List<Other> others,
        String pinPath,
        String unpinPath,
        List<Choice> places) {

    /** A track that was not chosen. */
    public record Other(String track, String words, boolean possible) {}

    /** Copies the lists. */
    public WhyView {
        held = List.copyOf(held);
        costs = List.copyOf(costs);
        others = List.copyOf(others);
        places = List.copyOf(places);
    }
}
