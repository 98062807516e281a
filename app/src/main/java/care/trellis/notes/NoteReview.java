package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One note that waits for its supervisor's signature.
 *
 * @param signature the author's signature that is to be confirmed; notes of one pass share it
 * @param author who wrote it, as printed
 * @param due until when
 */
public record NoteReview(
        UUID signature,
        String author,
        String credentials,
        Instant askedAt,
        Instant due,
        NoteId note,
        ClientId client,
        String clientName,
        LocalDate day) {

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "NoteReview[" + note.value() + "]";
    }
}
