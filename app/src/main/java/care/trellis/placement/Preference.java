package care.trellis.placement;

import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

    /**
     * Whether a track is for them: its language, whom it is reserved for, and what they must have.
     */
    boolean fits(TrackTerms terms) {
        return languages.contains(terms.language())
                && tags.containsAll(terms.reservedFor())
                && terms.reservedFor().containsAll(musts);
    }

    /** Whether they can come from one moment to another, by the clock of the site. */
    boolean free(Instant from, Instant to, ZoneId zone) {
        var starts = from.atZone(zone);
        int minute = starts.toLocalTime().toSecondOfDay() / 60;
        int minutes = (int) Duration.between(from, to).toMinutes();
        var asked = new Window(starts.getDayOfWeek(), minute, Math.min(1440, minute + minutes));
        return free.isEmpty() || free.stream().anyMatch(window -> window.covers(asked));
    }

    /** Whether they asked for groups that meet this way. */
    boolean wants(care.trellis.sessions.Modality modality) {
        return modalities.contains(Modality.valueOf(modality.name()));
    }

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
