package care.trellis.measures;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must act on an answer or a course.
 *
 * @param name given name and the family name's initial
 * @param measure null where it is about silence, not about an answer
 * @param cause the flag, severity or sign behind it, such as {@code SI_ITEM9}
 * @param owner the member of staff whose it is first; null: the director's
 * @param ownerName that person's name; empty where it is the director's
 * @param closing how it ended; null while it is open
 */
public record Alert(
        AlertId id,
        ClientId client,
        String name,
        UUID site,
        @Nullable AdministrationId measure,
        String instrument,
        AlertClass alertClass,
        String cause,
        Instant raisedAt,
        Instant dueAt,
        @Nullable UUID owner,
        String ownerName,
        @Nullable Instant seenAt,
        @Nullable Instant takenAt,
        @Nullable Instant escalatedAt,
        @Nullable Closing closing) {

    /**
     * How an alert was closed.
     *
     * @param risk null where the alert is not about safety
     * @param planReviewed whether the crisis plan was gone through
     */
    public record Closing(
            Instant at,
            Decision decision,
            @Nullable Risk risk,
            boolean planReviewed,
            String note) {}

    /** What a clinician found. */
    public enum Risk {
        NONE("None found"),
        LOW("Low"),
        MODERATE("Moderate"),
        HIGH("High"),
        IMMINENT("Imminent");

        private final String label;

        Risk(String label) {
            this.label = label;
        }

        /** The words on a page. */
        public String label() {
            return label;
        }
    }

    /** What was decided. */
    public enum Decision {
        SAFE_TO_LEAVE("Assessed, safe to leave with the crisis plan", true),
        STAYED_UNTIL_COLLECTED("Stayed with the client until collected", true),
        EMERGENCY("Emergency services or hospital", true),
        NOT_REACHED("Not reached; outreach goes on", true),
        CONTINUE("Continue, because", false),
        CHANGE_PLAN("Change the plan", false),
        STEP_UP("Step up the level of care", false),
        CONSULT("Consult the team", false);

        private final String label;
        private final boolean safety;

        Decision(String label, boolean safety) {
            this.label = label;
            this.safety = safety;
        }

        /** The words on a page. */
        public String label() {
            return label;
        }

        /** Whether it ends an alert about safety; the others end one about a course. */
        public boolean safety() {
            return safety;
        }
    }

    /** Whether it still waits. */
    public boolean open() {
        return closing == null;
    }

    /** Whether it is about a person's safety. */
    public boolean safety() {
        return Safety.is(alertClass);
    }

    /** Whether somebody must go to the client now: A0 and A1. */
    public boolean immediate() {
        return alertClass.compareTo(AlertClass.A1) <= 0;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Alert[" + id.value() + " " + alertClass + "]";
    }
}
