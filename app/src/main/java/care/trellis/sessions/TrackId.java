package care.trellis.sessions;

import java.util.UUID;

/** Identifies one track. */
public record TrackId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static TrackId of(String text) {
        return new TrackId(UUID.fromString(text));
    }
}
