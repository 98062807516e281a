package care.trellis.authorizations;

import java.util.UUID;

/** Identifies one authorization. */
public record AuthorizationId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static AuthorizationId of(String text) {
        return new AuthorizationId(UUID.fromString(text));
    }
}
