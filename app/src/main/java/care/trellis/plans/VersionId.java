package care.trellis.plans;

import java.util.UUID;

/** Identifies one signed version of a plan. */
public record VersionId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static VersionId of(String text) {
        return new VersionId(UUID.fromString(text));
    }
}
