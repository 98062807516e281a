package care.trellis.admissions;

import care.trellis.base.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a client from coming.
 *
 * @param dueOn by when somebody must have found a way
 * @param closedAt null while it stands
 * @param answer what was done; empty while it stands
 */
public record Barrier(
        BarrierId id,
        Kind kind,
        LocalDate dueOn,
        Instant openedAt,
        @Nullable Instant closedAt,
        String closedBy,
        String answer) {

    /** What stands in the way, whose task it is, and what has helped others. */
    public enum Kind {
        TRANSPORT("Transport", Role.FRONT_DESK, "Ride share, bus pass, carpool, virtual seat"),
        CHILDCARE(
                "Childcare",
                Role.ADMISSIONS,
                "Childcare on site, voucher, evening or virtual seat"),
        COST("Cost", Role.BILLER, "Payment plan, sliding scale, hardship fund"),
        WORK("Work hours", Role.ADMISSIONS, "Evening track, letter for the employer, leave papers"),
        STIGMA("Stigma", Role.CLINICIAN, "Peer before the first group, neutral words on messages"),
        DEVICE("No device or internet", Role.FRONT_DESK, "Loan tablet, phone plan, seat on site");

        private final String label;
        private final Role owner;
        private final String ideas;

        Kind(String label, Role owner, String ideas) {
            this.label = label;
            this.owner = owner;
            this.ideas = ideas;
        }

        /** The barrier as the intake form says it. */
        public String label() {
            return label;
        }

        /** Whose task it is. */
        public Role owner() {
            return owner;
        }

        /** What has helped others. */
        public String ideas() {
            return ideas;
        }

        static Optional<Kind> labelled(String label) {
            return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
        }
    }

    /** Whether it stands. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** What was done stays out of logs. */
    @Override
    public String toString() {
        return "Barrier[" + kind + "]";
    }
}
