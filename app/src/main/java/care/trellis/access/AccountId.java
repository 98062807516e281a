package care.trellis.access;

import java.util.UUID;

/** Identifies one account that can sign in. */
public record AccountId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }
}
