package care.trellis.organizations;

import java.util.UUID;

/** Identifies one member of staff. */
public record StaffId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static StaffId of(String text) {
        return new StaffId(UUID.fromString(text));
    }
}
