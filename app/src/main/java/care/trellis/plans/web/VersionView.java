package care.trellis.plans.web;

import care.trellis.web.Fact;
import java.util.List;

/**
 * A signed plan, to read and print.
 *
 * @param own path of this version
 * @param intact whether it is still what was signed
 */
public record VersionView(
        String path,
        String own,
        String name,
        String shortName,
        String title,
        String when,
        String hours,
        boolean intact,
        String hash,
        List<PlanView.ProblemCard> problems,
        List<Fact> signatures) {

    /** Copies the lists. */
    public VersionView {
        problems = List.copyOf(problems);
        signatures = List.copyOf(signatures);
    }
}
