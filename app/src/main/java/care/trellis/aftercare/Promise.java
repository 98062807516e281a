package care.trellis.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something promised for after a stay.
 *
 * @param due the day of it, in the site's zone
 * @param words with whom, where, by which way
 * @param answered how it went; null while nobody knows
 */
public record Promise(
        PromiseId id, Kind kind, LocalDate due, String words, @Nullable Answered answered) {

    /** What is promised. */
    public enum Kind {
        APPOINTMENT("Appointment", "Find out whether the appointment was kept"),
        REFERRAL("Referral", "Follow the referral up"),
        CHECK_IN("Check-in", "Check in");

        private final String label;
        private final String task;

        Kind(String label, String task) {
            this.label = label;
            this.task = task;
        }

        /** What it is, in words. */
        public String label() {
            return label;
        }

        /** What somebody has to do on its day. */
        public String task() {
            return task;
        }
    }

    /** Whether it was kept. */
    public enum Outcome {
        KEPT("Kept"),
        NOT_KEPT("Not kept");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The outcome in words. */
        public String label() {
            return label;
        }
    }

    /** How it went, and who said so. */
    public record Answered(Outcome outcome, String words, Instant at, String by) {}

    /** What is written stays out of logs. */
    @Override
    public String toString() {
        return "Promise[" + kind + " " + due + "]";
    }
}
