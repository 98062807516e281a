package care.trellis.notes;

import java.time.Instant;
import java.util.UUID;

/**
 * Words that somebody wrote while somebody else wrote the same part. They wait beside the draft
 * until a facilitator chooses.
 *
 * @param part the client whose line it is; the session itself for the shared part
 * @param name of the one who wrote them
 */
public record SetAside(UUID part, UUID account, String name, String text, Instant at) {

    /** What becomes of two texts. */
    public enum Choice {
        /** What stands stays; the words set aside go. */
        KEEP_STANDING,
        /** The words set aside take the place of what stands. */
        TAKE_ASIDE,
        /** One below the other. */
        BOTH
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "SetAside[" + part + "]";
    }
}
