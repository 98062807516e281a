package care.trellis.engine.placement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who would sit where, and why.
 *
 * @param placed everybody with a place, pinned ones too, in the order of the question
 * @param unplaced who could not be placed
 */
public record Proposal(List<Placed> placed, List<Unplaced> unplaced, Figures figures) {

    /**
     * One person's place.
     *
     * @param minutes of care a week
     * @param held sentences: what the place meets
     * @param costs sentences: what it costs; none: nothing
     * @param others every other track, and why not
     */
    public record Placed(
            String person,
            Place place,
            int minutes,
            List<String> held,
            List<String> costs,
            List<Other> others) {

        /** Copies what it holds. */
        public Placed {
            held = List.copyOf(held);
            costs = List.copyOf(costs);
            others = List.copyOf(others);
        }
    }

    /**
     * A track that was not chosen.
     *
     * @param rule that forbids it; null: it is possible, and costs more
     * @param words that follow the track's name
     */
    public record Other(String track, @Nullable Rule rule, String words) {}

    /**
     * One who waits on.
     *
     * @param others every track, and why not
     * @param smallest the least that would have to change, a sentence
     */
    public record Unplaced(String person, List<Other> others, String smallest) {

        /** Copies what it holds. */
        public Unplaced {
            others = List.copyOf(others);
        }
    }

    /** Copies what it holds. */
    public Proposal {
        placed = List.copyOf(placed);
        unplaced = List.copyOf(unplaced);
    }

    /** The place of each person who has one. */
    public Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        placed.forEach(it -> places.put(it.person(), it.place()));
        return places;
    }
}
