package care.trellis.cashier;

import java.util.UUID;

/** Identifies one statement as it was given. */
public record StatementId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static StatementId of(String text) {
        return new StatementId(UUID.fromString(text));
    }
}
