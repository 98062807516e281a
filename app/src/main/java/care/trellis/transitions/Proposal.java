package care.trellis.transitions;

import care.trellis.organizations.ProgramId;
import java.util.List;

/**
 * A change of the level of care that somebody has in mind.
 *
 * @param program where the care goes on; the present one except in a transfer
 * @param steps by day, at least one
 */
public record Proposal(ProgramId program, List<Step> steps, String reason) {

    /** The most steps of a taper. */
    public static final int MOST_STEPS = 6;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 4_000;

    /** Copies the steps. */
    public Proposal {
        steps = List.copyOf(steps);
    }

    /** Why stays out of logs. */
    @Override
    public String toString() {
        return "Proposal[" + program.value() + " " + steps + "]";
    }
}
