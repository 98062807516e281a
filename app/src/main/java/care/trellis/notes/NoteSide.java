package care.trellis.notes;

import care.trellis.base.Actor;
import care.trellis.clients.ClientId;
import care.trellis.web.Fact;
import java.time.LocalDate;
import java.util.List;

/**
 * What other rooms show beside a client's line while it is written: hours, scores, what is left of
 * an authorization, a safety flag. Every bean of this kind is asked; each leaves out what the
 * reader may not see.
 */
public interface NoteSide {

    /**
     * Facts about the client on the day of the group, the most urgent first.
     *
     * @param reader for whom; the room asks for its own decision
     */
    List<Fact> facts(Actor reader, ClientId client, LocalDate day);
}
