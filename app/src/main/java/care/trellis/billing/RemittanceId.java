package care.trellis.billing;

import java.util.UUID;

/** Identifies one remittance. */
public record RemittanceId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static RemittanceId of(String text) {
        return new RemittanceId(UUID.fromString(text));
    }
}
