package care.trellis.medications;

import java.util.UUID;

/** Identifies one allergy of one client. */
public record AllergyId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static AllergyId of(String text) {
        return new AllergyId(UUID.fromString(text));
    }
}
