package care.trellis.sessions;

import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import java.time.LocalDate;

/** A client of the track's program who is not enrolled in it and could be. */
public record Candidate(
        EpisodeId episode,
        ClientId client,
        String givenName,
        String familyName,
        LocalDate admittedOn) {

    @Override
    public String toString() {
        return "Candidate[" + episode + "]";
    }
}
