package care.trellis.notes;

import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A group of a facilitator that waits for a signature.
 *
 * @param unsigned clients who were there and have no signed note
 * @param signed notes that are signed
 * @param lead whether the person leads it, and so signs; the other only confirms what is signed
 */
public record UnsignedGroup(
        SessionId session,
        String title,
        LocalDate day,
        Instant endedAt,
        int unsigned,
        int signed,
        boolean lead) {

    /** What is to be done, in words. */
    public String what() {
        return unsigned > 0
                ? unsigned + (unsigned == 1 ? " note to sign" : " notes to sign")
                : "your signature beside the lead's";
    }

    /** Whether a signature now would be a late entry. */
    public boolean late(Instant now) {
        return unsigned > 0 && !now.isBefore(endedAt.plus(Notes.LATE));
    }
}
