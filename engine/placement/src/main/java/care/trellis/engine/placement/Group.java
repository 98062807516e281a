package care.trellis.engine.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One group of a track's week.
 *
 * @param uncounted who does not count it, the way it meets: the payer's id, empty for who has none,
 *     and the rule in one sentence
 * @param credentials what its facilitators are, such as {@code BHP}
 * @param limits on how many may sit in it; none: any number
 * @param least people that it needs to work as a group; 0: any number does
 * @param mostAlike people of one {@link Person.Fit#kind kind} before the mix suffers; 0: any number
 * @param modules of the curriculum that it will teach in the weeks ahead
 */
public record Group(
        String id,
        Window when,
        Modality modality,
        Map<String, String> uncounted,
        Set<String> credentials,
        List<Limit> limits,
        int least,
        int mostAlike,
        Set<String> modules) {

    /** Copies what it holds. */
    public Group {
        uncounted = Map.copyOf(uncounted);
        credentials = Set.copyOf(credentials);
        limits = List.copyOf(limits);
        modules = Set.copyOf(modules);
    }

    /** The tightest limit that holds whoever sits there. */
    public Limit tightest() {
        return limits.stream()
                .min(Comparator.comparingInt(Limit::people))
                .orElse(new Limit(Limit.Kind.PROGRAM, Integer.MAX_VALUE));
    }
}
