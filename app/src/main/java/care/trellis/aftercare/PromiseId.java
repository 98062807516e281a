package care.trellis.aftercare;

import java.util.UUID;

/** Identifies one promise. */
public record PromiseId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static PromiseId of(String text) {
        return new PromiseId(UUID.fromString(text));
    }
}
