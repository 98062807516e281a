package care.trellis.engine.placement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a place or has one.
 *
 * @param waitingDays since they asked, at least 0; 0 for who has a place
 * @param current where they are now; null: nowhere
 * @param pinned whether that may not change
 */
public record Person(
        String id,
        Need need,
        Fit fit,
        Reach reach,
        int waitingDays,
        @Nullable Place current,
        boolean pinned) {

    /**
     * What care was prescribed.
     *
     * @param minutesLeast a week, below which it is not this level of care
     * @param minutesWanted a week, at least {@code minutesLeast}
     * @param gaps modules of the curriculum that are still missing
     */
    public record Need(String level, int minutesLeast, int minutesWanted, Set<String> gaps) {

        /** Copies the gaps. */
        public Need {
            gaps = Set.copyOf(gaps);
        }
    }

    /**
     * Whom they can sit with.
     *
     * @param age in years
     * @param languages that they follow a group in
     * @param tags what is true of them and a group may be reserved for, such as {@code women}
     * @param musts what their track has to be reserved for
     * @param wishes what they would like it to be reserved for
     * @param kind what the mix of a group is judged by, such as {@code SUD}
     * @param payer its id; empty: nobody's rules hold
     * @param modalities in which they can take part
     */
    public record Fit(
            int age,
            Set<String> languages,
            Set<String> tags,
            Set<String> musts,
            Set<String> wishes,
            String kind,
            String payer,
            Set<Modality> modalities) {

        /** Copies what it holds. */
        public Fit {
            languages = Set.copyOf(languages);
            tags = Set.copyOf(tags);
            musts = Set.copyOf(musts);
            wishes = Set.copyOf(wishes);
            modalities = Set.copyOf(modalities);
        }
    }

    /**
     * When and where they can come.
     *
     * @param free times of the week; none: any time
     * @param travelMinutes one way to each site; a site that is not named is near
     */
    public record Reach(List<Window> free, Map<String, Integer> travelMinutes) {

        /** Copies what it holds. */
        public Reach {
            free = List.copyOf(free);
            travelMinutes = Map.copyOf(travelMinutes);
        }

        /** Whether they can come at that time. */
        public boolean at(Window when) {
            return free.isEmpty() || free.stream().anyMatch(window -> window.covers(when));
        }
    }

    /** Refuses a pin to nowhere. */
    public Person {
        if (pinned && current == null) {
            throw new IllegalArgumentException("Pinned to nowhere: " + id);
        }
    }
}
