package care.trellis.organizations;

import java.util.UUID;

/** Identifies one room of a site. */
public record RoomId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static RoomId of(String text) {
        return new RoomId(UUID.fromString(text));
    }
}
