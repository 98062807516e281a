package care.trellis.placement;

import care.trellis.base.NotFound;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Person;
import care.trellis.engine.placement.Question;
import care.trellis.episodes.EpisodeId;
import care.trellis.sessions.Track;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * People and tracks of a site as they are now: the question that the optimizer is asked, and whose
 * ids stand in it.
 *
 * @param stays by the client's id in the question
 * @param newcomers who has no place yet; the place of one in the question is where staff pinned
 *     them
 * @param tracks those with a week, in the order of their names
 */
public record Situation(
        Question question, Map<String, Stay> stays, Set<String> newcomers, List<Track> tracks) {

    /** Who somebody in the question is, and since when they may come. */
    public record Stay(ClientId client, String name, EpisodeId episode, LocalDate admittedOn) {}

    /** What a second track of one person is called beside the first. */
    static final String SECOND = "/2";

    /** Copies what it holds. */
    public Situation {
        stays = Map.copyOf(stays);
        newcomers = Set.copyOf(newcomers);
        tracks = List.copyOf(tracks);
    }

    /** The person with this id. */
    public Person person(String id) {
        return question.people().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
