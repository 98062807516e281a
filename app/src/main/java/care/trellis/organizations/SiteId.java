package care.trellis.organizations;

import java.util.UUID;

/** Identifies one site. */
public record SiteId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }
}
