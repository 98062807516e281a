package care.trellis.benefits;

import java.util.UUID;

/** Identifies one estimate as it was given. */
public record EstimateId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static EstimateId of(String text) {
        return new EstimateId(UUID.fromString(text));
    }
}
