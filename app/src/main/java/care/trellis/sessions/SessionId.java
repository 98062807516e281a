package care.trellis.sessions;

import java.util.UUID;

/** Identifies one dated session. */
public record SessionId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }
}
