package care.trellis.notes;

import care.trellis.clients.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What deserves a second look and stops nothing.
 *
 * @param percent how much two texts are alike; 0 where it is about a name
 * @param other the client whose line or name it is; null for the client's own earlier notes
 */
public record Caution(Kind kind, int percent, @Nullable ClientId other) {

    /** What it is about. */
    public enum Kind {
        /** Much like the line of another client. */
        LIKE_ANOTHER,
        /** Much like one of the client's own last five notes. */
        LIKE_BEFORE,
        /** Holds the first name of another member. */
        FIRST_NAME,
        /** The shared part holds the first name of a member. */
        SHARED_FIRST_NAME
    }
}
