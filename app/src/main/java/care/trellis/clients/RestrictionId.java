package care.trellis.clients;

import java.util.UUID;

/** Identifies one restriction of what a payer may hear. */
public record RestrictionId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static RestrictionId of(String text) {
        return new RestrictionId(UUID.fromString(text));
    }
}
