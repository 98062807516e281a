package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client's part of a group's note as it stands now.
 *
 * @param status the attendance mark: EXPECTED, PRESENT, ABSENT or EXCUSED
 * @param minutes present inside the session, whole minutes
 * @param participation 1 (little) to 4 (led others), or null where nobody said
 * @param version counts the saves of this line; 0 before the first
 * @param signedNote the signed note, once there is one; then nothing here changes any more
 */
public record NoteLine(
        ClientId client,
        String givenName,
        String familyName,
        String status,
        @Nullable Instant arrivedAt,
        @Nullable Instant leftAt,
        int minutes,
        String text,
        @Nullable Integer participation,
        @Nullable UUID goal,
        String noGoalReason,
        int version,
        List<Goal> goals,
        @Nullable NoteId signedNote,
        @Nullable Instant signedAt) {

    /** An open goal of the client's plan. */
    public record Goal(UUID id, int number, String text) {}

    public NoteLine {
        goals = List.copyOf(goals);
    }

    /** Whether the client took part, so that a note is owed. */
    public boolean present() {
        return status.equals("PRESENT");
    }

    /** Whether the note is signed. */
    public boolean signed() {
        return signedNote != null;
    }

    /** Names nobody: logs may hold a line. */
    @Override
    public String toString() {
        return "NoteLine[" + client.value() + "]";
    }
}
