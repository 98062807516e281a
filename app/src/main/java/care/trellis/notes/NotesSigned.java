package care.trellis.notes;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;
import java.util.List;

/** The notes of these clients about one session were signed. */
public record NotesSigned(SessionId session, LocalDate localDate, List<ClientId> clients) {

    public NotesSigned {
        clients = List.copyOf(clients);
    }
}
