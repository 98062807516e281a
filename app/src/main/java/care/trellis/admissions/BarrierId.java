package care.trellis.admissions;

import java.util.UUID;

/** Identifies one barrier. */
public record BarrierId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static BarrierId of(String text) {
        return new BarrierId(UUID.fromString(text));
    }
}
