package care.trellis.sessions;

import care.trellis.organizations.SiteId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which a site does not meet as planned.
 *
 * @param to the last day; the same as {@code from} for one day
 * @param effect what becomes of the sessions
 * @param reason as the boards say it, such as {@code Snow} or {@code Thanksgiving Day}
 * @param sessions dated sessions that it changed
 * @param lifted whether it was taken back
 */
public record Closure(
        UUID id,
        SiteId site,
        String siteName,
        LocalDate from,
        LocalDate to,
        Effect effect,
        String reason,
        int sessions,
        boolean lifted) {

    /** What becomes of the sessions of the days. */
    public enum Effect {
        CANCEL("Call all sessions off"),
        VIDEO("Meet by video instead");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }
}
