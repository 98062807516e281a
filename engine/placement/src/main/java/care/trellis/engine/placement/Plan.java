package care.trellis.engine.placement;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All people at once, as the solver sees them. */
@PlanningSolution
public class Plan {

    private List<Seeker> seekers = List.of();
    private List<Apart> apart = List.of();
    private @Nullable HardMediumSoftScore score;

    /** For the solver's copies. */
    public Plan() {}

    Plan(List<Seeker> seekers, List<Apart> apart) {
        this.seekers = seekers;
        this.apart = apart;
    }

    /** Everybody. */
    @PlanningEntityCollectionProperty
    public List<Seeker> getSeekers() {
        return seekers;
    }

    /** For the solver's copies. */
    public void setSeekers(List<Seeker> seekers) {
        this.seekers = seekers;
    }

    /** Pairs that must not meet. */
    @ProblemFactCollectionProperty
    public List<Apart> getApart() {
        return apart;
    }

    /** For the solver's copies. */
    public void setApart(List<Apart> apart) {
        this.apart = apart;
    }

    /** How good it is; null before it was reckoned. */
    @PlanningScore
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    /** For the solver. */
    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }
}
