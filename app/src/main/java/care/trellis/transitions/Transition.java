package care.trellis.transitions;

import care.trellis.organizations.LevelOfCare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the level of care, as it was made.
 *
 * @param undone when and by whom it was taken back; null while it stands
 */
public record Transition(
        TransitionId id,
        Kind kind,
        LocalDate from,
        List<Step> steps,
        String reason,
        int seatsLeft,
        int seatsTaken,
        Instant madeAt,
        String madeBy,
        @Nullable Undone undone) {

    /** When and by whom a change was taken back. */
    public record Undone(Instant at, String by) {}

    /** What a change is called. */
    public enum Kind {
        STEP_UP("Step up"),
        STEP_DOWN("Step down"),
        TAPER("Taper"),
        TRANSFER("Transfer"),
        SCHEDULE("New week at the same level");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The change in words. */
        public String label() {
            return label;
        }

        /** What it is called when these steps follow that level and those hours. */
        static Kind of(boolean elsewhere, LevelOfCare level, int minutes, List<Step> steps) {
            if (elsewhere) {
                return TRANSFER;
            }
            if (steps.size() > 1) {
                return TAPER;
            }
            var step = steps.getFirst();
            int up = Integer.compare(weight(step.level()), weight(level));
            int more = up == 0 ? Integer.compare(step.minutesPerWeek(), minutes) : up;
            return more == 0 ? SCHEDULE : more > 0 ? STEP_UP : STEP_DOWN;
        }

        private static int weight(LevelOfCare level) {
            return switch (level) {
                case OP -> 0;
                case IOP -> 1;
                case PHP -> 2;
            };
        }
    }

    /** Copies the steps. */
    public Transition {
        steps = List.copyOf(steps);
    }

    /** Why stays out of logs. */
    @Override
    public String toString() {
        return "Transition[" + id.value() + "]";
    }
}
