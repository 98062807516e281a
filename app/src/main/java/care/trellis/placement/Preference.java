package care.trellis.placement;

import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Window;
import java.util.List;
import java.util.Set;

/**
 * What somebody needs of a group.
 *
 * @param languages in which they follow one; at least one
 * @param tags what is true of them and a group may be reserved for
 * @param musts what their group has to be reserved for
 * @param wishes what they would like it to be reserved for
 * @param free times that they can come; none: any time
 * @param modalities in which they can take part; at least one
 * @param travelMinutes one way; 0: not known, or near
 */
public record Preference(
        Set<String> languages,
        Set<String> tags,
        Set<String> musts,
        Set<String> wishes,
        List<Window> free,
        Set<Modality> modalities,
        int travelMinutes) {

    /** What groups are reserved for, in the order of the form. */
    public static final List<String> GROUPS =
            List.of(
                    "women",
                    "men",
                    "trauma",
                    "LGBTQ+",
                    "veterans",
                    "parents",
                    "young adults",
                    "first responders");

    /** The languages to choose from. */
    public static final List<String> LANGUAGES =
            List.of("English", "Spanish", "Portuguese", "Vietnamese", "Mandarin", "ASL");

    /** Somebody of whom nothing is known: English, at any time, in any way. */
    public static final Preference NONE =
            new Preference(
                    Set.of("English"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    Set.of(Modality.values()),
                    0);

    /** Copies what it holds. */
    public Preference {
        languages = Set.copyOf(languages);
        tags = Set.copyOf(tags);
        musts = Set.copyOf(musts);
        wishes = Set.copyOf(wishes);
        free = List.copyOf(free);
        modalities = Set.copyOf(modalities);
    }
}
