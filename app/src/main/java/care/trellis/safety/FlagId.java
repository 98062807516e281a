package care.trellis.safety;

import java.util.UUID;

/** Identifies one risk flag. */
public record FlagId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static FlagId of(String text) {
        return new FlagId(UUID.fromString(text));
    }
}
