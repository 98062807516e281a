package care.trellis.notes;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;
import java.util.List;

/**
 * What signatures set free. A room that knows the days and the money answers with a bean of this
 * kind; notes know neither.
 */
public interface Releases {

    /**
     * What hangs on the signatures that are missing, in words; empty for nothing.
     *
     * @param clients whose notes of the session are not signed
     */
    String ahead(Permit permit, SessionId session, LocalDate day, List<ClientId> clients);

    /**
     * What became of the clients' day now that these notes are signed, in sentences.
     *
     * @param clients whose notes of the session are signed
     */
    List<String> released(Permit permit, SessionId session, LocalDate day, List<ClientId> clients);
}
