package care.trellis.engine.placement;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a proposal is made from.
 *
 * @param apart pairs that must not meet in a group
 */
public record Question(
        List<Person> people, List<Track> tracks, List<Payer> payers, List<Apart> apart) {

    /** Copies what it holds and refuses two of one id. */
    public Question {
        people = List.copyOf(people);
        tracks = List.copyOf(tracks);
        payers = List.copyOf(payers);
        apart = List.copyOf(apart);
        unique(people, Person::id);
        unique(tracks, Track::id);
        unique(tracks.stream().flatMap(track -> track.groups().stream()).toList(), Group::id);
        unique(payers, Payer::id);
    }

    private static <T> void unique(List<T> things, Function<T, String> id) {
        var seen = new HashSet<String>();
        var twice = things.stream().map(id).filter(it -> !seen.add(it)).collect(Collectors.toSet());
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("Named twice: " + twice);
        }
    }
}
