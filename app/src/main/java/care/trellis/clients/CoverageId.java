package care.trellis.clients;

import java.util.UUID;

/** Identifies one coverage of a client. */
public record CoverageId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static CoverageId of(String text) {
        return new CoverageId(UUID.fromString(text));
    }
}
