package care.trellis.medications;

import java.util.UUID;

/** Identifies one medication of one client. */
public record MedicationId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static MedicationId of(String text) {
        return new MedicationId(UUID.fromString(text));
    }
}
