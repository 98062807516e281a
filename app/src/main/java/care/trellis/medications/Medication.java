package care.trellis.medications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One medication of a client and all that was ever known of it.
 *
 * @param steps oldest first; the last one holds
 */
public record Medication(MedicationId id, List<Step> steps) {

    /** How somebody came to know of it. */
    public enum Source {
        CLIENT("The client"),
        BOTTLE("Bottles brought in"),
        PHARMACY("The pharmacy"),
        MONITORING("Prescription monitoring program"),
        RECORD("An earlier record"),
        PRESCRIBED_HERE("Prescribed here");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** The source in words. */
        public String label() {
            return label;
        }
    }

    /** Whether it is taken as it is prescribed. */
    public enum Adherence {
        UNKNOWN("Not asked"),
        AS_PRESCRIBED("As prescribed"),
        SOMETIMES("Sometimes"),
        NOT_TAKEN("Not taken");

        private final String label;

        Adherence(String label) {
            this.label = label;
        }

        /** The answer in words. */
        public String label() {
            return label;
        }
    }

    /** What happened to the line. */
    public enum Kind {
        LISTED("Put on the list"),
        CHANGED("Changed"),
        STOPPED("Stopped"),
        RESUMED("Taken again"),
        /** It never was taken: written down by mistake. */
        MISTAKEN("Taken off as a mistake");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }

    /**
     * A medication as a list writes it. Empty text means unknown.
     *
     * @param startedOn null while unknown
     * @param treatment of addiction
     * @param dispensing where it is given or picked up
     * @param nextDue the next injection, refill or visit for it; null where none is known
     */
    public record Details(
            String name,
            String dose,
            String route,
            String frequency,
            String prescriber,
            Source source,
            @Nullable LocalDate startedOn,
            boolean treatment,
            String dispensing,
            @Nullable LocalDate nextDue,
            Adherence adherence) {

        /** Strips what was typed. */
        public Details {
            name = name.strip();
            dose = dose.strip();
            route = route.strip();
            frequency = frequency.strip();
            prescriber = prescriber.strip();
            dispensing = dispensing.strip();
        }

        /** The same with another dose and frequency. */
        public Details taking(String dose, String frequency, Adherence adherence) {
            return new Details(
                    name,
                    dose,
                    route,
                    frequency,
                    prescriber,
                    source,
                    startedOn,
                    treatment,
                    dispensing,
                    nextDue,
                    adherence);
        }

        /** How it is taken, in one line; says what nobody knows. */
        public String how() {
            return String.join(
                    ", ",
                    dose.isEmpty() ? "dose unknown" : dose,
                    route.isEmpty() ? "route unknown" : route,
                    frequency.isEmpty() ? "how often unknown" : frequency);
        }

        /** Names nothing. */
        @Override
        public String toString() {
            return "Details[]";
        }
    }

    /**
     * What was known from then on.
     *
     * @param stoppedOn the last day; null while it is taken
     * @param reason why; empty where none was asked for
     * @param reconciliation the signed comparison that did it; null where a person did
     */
    public record Step(
            int number,
            Kind kind,
            Details details,
            @Nullable LocalDate stoppedOn,
            String reason,
            @Nullable ReconciliationId reconciliation,
            Instant at,
            String by) {

        /** What was written stays out of logs. */
        @Override
        public String toString() {
            return "Step[" + number + " " + kind + "]";
        }
    }

    /** Copies the steps. */
    public Medication {
        steps = List.copyOf(steps);
    }

    /** What is known now. */
    public Step now() {
        return steps.getLast();
    }

    /** Whether it is taken. */
    public boolean isActive() {
        return now().stoppedOn() == null;
    }

    /** Whether it is known to be taken on that day; an unknown start counts as taken. */
    public boolean isTakenOn(LocalDate day) {
        var started = now().details().startedOn();
        var stopped = now().stoppedOn();
        return now().kind() != Kind.MISTAKEN
                && (started == null || !started.isAfter(day))
                && (stopped == null || !stopped.isBefore(day));
    }

    /** Names nothing. */
    @Override
    public String toString() {
        return "Medication[" + id.value() + "]";
    }
}
