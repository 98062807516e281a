package care.trellis.medications;

import java.util.UUID;

/** Identifies one signed reconciliation. */
public record ReconciliationId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ReconciliationId of(String text) {
        return new ReconciliationId(UUID.fromString(text));
    }
}
