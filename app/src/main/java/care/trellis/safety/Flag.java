package care.trellis.safety;

import care.trellis.clients.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a client may be in danger, or a danger to others.
 *
 * @param words what was seen or said; empty where the source says it all
 * @param dueAt by when somebody must have acted
 * @param owner who has it; null while nobody has
 * @param closedAt null while it stands
 * @param steps what was done about it, oldest first
 */
public record Flag(
        FlagId id,
        ClientId client,
        Kind kind,
        Level level,
        Source source,
        String words,
        Instant raisedAt,
        String raisedBy,
        Instant dueAt,
        @Nullable String owner,
        @Nullable Instant closedAt,
        List<Step> steps) {

    /** What the danger is. */
    public enum Kind {
        SUICIDE("Suicide risk"),
        SELF_HARM("Self-harm"),
        VIOLENCE("Harm to others"),
        OVERDOSE("Overdose"),
        WITHDRAWAL("Withdrawal"),
        ABUSE("Abuse or neglect"),
        MEDICAL("Medical"),
        DETERIORATION("Getting worse"),
        OTHER("Other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The danger in words. */
        public String label() {
            return label;
        }
    }

    /** How soon somebody must act. The clocks are a rule of this program, no published standard. */
    public enum Level {
        /** Now: the client is not left alone. */
        IMMINENT("Act now", Duration.ofMinutes(15)),
        /** Before the client goes home today. */
        HIGH("Today", Duration.ofHours(4)),
        /** With the next contact. */
        WATCH("Watch", Duration.ofHours(48));

        private final String label;
        private final Duration clock;

        Level(String label, Duration clock) {
            this.label = label;
            this.clock = clock;
        }

        /** The level in words. */
        public String label() {
            return label;
        }

        /** How long somebody has to act. */
        public Duration clock() {
            return clock;
        }
    }

    /** Where it was seen. */
    public enum Source {
        STAFF,
        NOTE,
        MEASURE,
        CLIENT
    }

    /** One thing that was done. */
    public record Step(Kind kind, String words, Instant at, String by) {

        /** What can be done about a flag. */
        public enum Kind {
            TAKEN("Took it"),
            SEEN("Saw the client"),
            CALLED("Spoke by phone"),
            NOT_REACHED("Did not reach"),
            EMERGENCY("Called emergency services"),
            PLAN_REVIEWED("Went through the crisis plan"),
            CLOSED("Closed");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            /** The step in words. */
            public String label() {
                return label;
            }
        }

        /** What was written stays out of logs. */
        @Override
        public String toString() {
            return "Step[" + kind + "]";
        }
    }

    /** Copies the steps. */
    public Flag {
        steps = List.copyOf(steps);
    }

    /** Whether it stands. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** When somebody first did more than take it. */
    public Optional<Instant> actedAt() {
        return steps.stream()
                .filter(step -> step.kind() != Step.Kind.TAKEN)
                .map(Step::at)
                .findFirst();
    }

    /** Whether its clock ran out before anybody acted. */
    public boolean isLate(Instant now) {
        return isOpen() && actedAt().isEmpty() && now.isAfter(dueAt);
    }

    /** What was seen stays out of logs. */
    @Override
    public String toString() {
        return "Flag[" + id.value() + "]";
    }
}
