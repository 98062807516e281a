package care.trellis.authorizations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a denial asks of us, with its deadline.
 *
 * @param due last day to do it
 * @param outcome null while it is open
 */
public record FollowUp(
        AuthorizationId authorization,
        Kind kind,
        LocalDate opened,
        LocalDate due,
        @Nullable LocalDate closed,
        @Nullable Outcome outcome) {

    /** The steps after a denial, in their order. */
    public enum Kind {
        PEER_TO_PEER("Peer-to-peer"),
        APPEAL("Appeal"),
        APPEAL_ANSWER("Answer to the appeal");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** How a step ended. */
    public enum Outcome {
        OVERTURNED("Overturned"),
        UPHELD("Upheld"),
        FILED("Filed"),
        DROPPED("Not pursued");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Whether it still waits for somebody. */
    public boolean open() {
        return closed == null;
    }
}
