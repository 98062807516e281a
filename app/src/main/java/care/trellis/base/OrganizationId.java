package care.trellis.base;

import java.util.UUID;

/** Identifies one organization: the wall between two customers of one installation. */
public record OrganizationId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static OrganizationId of(String text) {
        return new OrganizationId(UUID.fromString(text));
    }
}
