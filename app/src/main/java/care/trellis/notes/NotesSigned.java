package care.trellis.notes;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact: these clients' notes of this session were signed. Published inside the transaction that
 * signed them.
 *
 * @param localDate the session's day at its site
 */
public record NotesSigned(SessionId session, LocalDate localDate, List<ClientId> clients) {

    public NotesSigned {
        clients = List.copyOf(clients);
    }
}
