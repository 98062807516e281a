package care.trellis.kiosk;

import care.trellis.base.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that stands in the building and does one thing.
 *
 * @param name where it stands, such as {@code Front door}
 * @param zone of its site
 * @param pairedAt null as long as no browser took its link
 * @param seenAt when it last asked for something
 * @param strays presses made without a connection, within the last seven days, that belonged to
 *     nobody who was expected
 */
public record Device(
        DeviceId id,
        OrganizationId organization,
        UUID site,
        String siteName,
        Kind kind,
        String name,
        ZoneId zone,
        @Nullable Instant pairedAt,
        @Nullable Instant seenAt,
        int strays) {

    /** What a device is for. */
    public enum Kind {
        KIOSK("Check-in tablet", "/kiosk"),
        WALL("Wall display", "/wall");

        private final String label;
        private final String path;

        Kind(String label, String path) {
            this.label = label;
            this.path = path;
        }

        /** As people say it. */
        public String label() {
            return label;
        }

        /** The one page that it shows. */
        public String path() {
            return path;
        }
    }
}
