package care.trellis.measures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Wording that a site loaded for itself.
 *
 * @param attestedBy who said, by name, that the site may use it
 * @param reference of the licence; null where the owner asks for none
 */
public record Pack(
        UUID id,
        String instrument,
        String version,
        String content,
        String attestedBy,
        @Nullable String reference,
        Instant loadedAt) {

    /** The wording is somebody else's: it stays out of logs. */
    @Override
    public String toString() {
        return "Pack[" + instrument + " " + version + "]";
    }
}
