package care.trellis.ledger;

import java.util.UUID;

/** Identifies one replay of a proposal. */
public record ReplayId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ReplayId of(String text) {
        return new ReplayId(UUID.fromString(text));
    }
}
