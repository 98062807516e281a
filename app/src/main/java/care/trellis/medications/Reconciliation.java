package care.trellis.medications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A medication list as it was compared with its sources, and signed.
 *
 * @param look the prescriber who looked through it, and when; empty where none did or none must
 * @param intact whether its content still has the hash that was signed
 */
public record Reconciliation(
        ReconciliationId id,
        Moment moment,
        LocalDate signedOn,
        Content content,
        Instant signedAt,
        String signedBy,
        boolean byPrescriber,
        String look,
        String hash,
        boolean intact) {

    /** When lists are compared. */
    public enum Moment {
        ADMISSION("Admission"),
        TRANSITION("Change of level"),
        VISIT("Medication visit"),
        DISCHARGE("Discharge");

        private final String label;

        Moment(String label) {
            this.label = label;
        }

        /** The moment in words. */
        public String label() {
            return label;
        }
    }

    /** What becomes of a line. */
    public enum Decision {
        CONTINUED("Continued"),
        CHANGED("Changed"),
        STOPPED("Stopped"),
        UNKNOWN("Unknown");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        /** The decision in words. */
        public String label() {
            return label;
        }
    }

    /**
     * One line, as it was signed.
     *
     * @param before how it stood at the last comparison; empty where it is new since
     * @param now how it stands after this one; empty where it was stopped
     * @param reason why it was changed or stopped; may be empty
     */
    public record Line(
            String medication,
            String name,
            String before,
            String now,
            Decision decision,
            Medication.Adherence adherence,
            String reason) {

        /** Whether anything differs from the last comparison. */
        public boolean differs() {
            return !before.equals(now);
        }
    }

    /**
     * What a signature binds.
     *
     * @param format name and version of this layout
     * @param sources what the list was compared with, in words
     * @param allergies what was known of them, in words
     * @param checked that doubles, interactions and allergies were looked at, by whom it says
     */
    public record Content(
            String format,
            String moment,
            String signedOn,
            List<String> sources,
            String allergies,
            boolean checked,
            List<Line> lines) {

        /** Copies the lists. */
        public Content {
            sources = List.copyOf(sources);
            lines = List.copyOf(lines);
        }
    }

    /**
     * What somebody decided about one line.
     *
     * @param seen the number of the step that the writer saw
     * @param dose how it is taken now, where it is changed
     */
    public record Answer(
            MedicationId medication,
            int seen,
            @Nullable Decision decision,
            String dose,
            String frequency,
            Medication.Adherence adherence,
            String reason) {

        /** Names nothing. */
        @Override
        public String toString() {
            return "Answer[" + medication.value() + " " + decision + "]";
        }
    }

    /** A comparison that is due. */
    public record Due(Moment moment, LocalDate since, LocalDate by) {

        /** Whether it should have been done. */
        public boolean isLate(LocalDate today) {
            return by.isBefore(today);
        }
    }

    /** How many lines nobody could tell. */
    public long unknown() {
        return content.lines().stream().filter(line -> line.decision() == Decision.UNKNOWN).count();
    }

    /** Whether a prescriber has yet to look through what somebody else changed. */
    public boolean waitsForLook() {
        return !byPrescriber
                && look.isEmpty()
                && content.lines().stream().anyMatch(line -> line.decision() != Decision.CONTINUED);
    }

    /** Names nothing. */
    @Override
    public String toString() {
        return "Reconciliation[" + id.value() + "]";
    }
}
