package care.trellis.placement;

import care.trellis.sessions.Modality;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client could come to in place of a missed session.
 *
 * @param sessions the soonest first
 * @param against in a fixed order, ways of meeting in which a session was left out, each with the
 *     rule by which it would not count
 */
public record MakeUps(List<MakeUp> sessions, Map<Modality, String> against) {

    static final MakeUps NONE = new MakeUps(List.of(), Map.of());

    /** Copies both. */
    public MakeUps {
        sessions = List.copyOf(sessions);
        against = new TreeMap<>(against);
    }
}
