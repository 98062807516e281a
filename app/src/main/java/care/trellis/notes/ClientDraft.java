package care.trellis.notes;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note of one client as its author writes it. Nobody else sees it before it is signed.
 *
 * @param zone of the client's site
 * @param session the planned session that it documents, or null
 * @param version counts the saves; 0 before the first
 * @param page the open page that saved last, or null
 */
public record ClientDraft(
        UUID id,
        ClientId client,
        String clientName,
        ZoneId zone,
        NoteKind kind,
        NoteFormat format,
        Place place,
        @Nullable SessionId session,
        @Nullable LocalDate day,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable UUID goal,
        String noGoalReason,
        ClientNoteText text,
        int version,
        @Nullable UUID page,
        Instant savedAt) {

    /** Names nobody: logs may hold a draft. */
    @Override
    public String toString() {
        return "ClientDraft[" + id + "]";
    }
}
