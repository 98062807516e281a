package care.trellis.episodes;

import java.util.UUID;

/** Identifies one episode of care. */
public record EpisodeId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static EpisodeId of(String text) {
        return new EpisodeId(UUID.fromString(text));
    }
}
