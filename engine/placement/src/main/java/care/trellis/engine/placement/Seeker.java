package care.trellis.engine.placement;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person as the solver moves them: the solver builds and copies it, so it can be changed. */
@PlanningEntity
public class Seeker {

    private String id = "";
    private @Nullable Person person;
    private List<Option> options = List.of();
    private boolean pinned;
    private int most;
    private @Nullable Option option;

    /** For the solver's copies. */
    public Seeker() {}

    /**
     * @param most the largest group that the person's payer pays for
     */
    Seeker(Person person, List<Option> options, @Nullable Option option, int most) {
        this.id = person.id();
        this.person = person;
        this.options = options;
        this.pinned = person.pinned();
        this.option = option;
        this.most = most;
    }

    /** Whose it is. */
    @PlanningId
    public String getId() {
        return id;
    }

    /** Whether it stays as it is. */
    @PlanningPin
    public boolean isPinned() {
        return pinned;
    }

    /** What the fixed rules allow. */
    @ValueRangeProvider
    public List<Option> getOptions() {
        return options;
    }

    /** The place it has now; null: none. */
    @PlanningVariable(allowsUnassigned = true)
    public @Nullable Option getOption() {
        return option;
    }

    /** Puts it elsewhere. */
    public void setOption(@Nullable Option option) {
        this.option = option;
    }

    int most() {
        return most;
    }

    Person person() {
        return Objects.requireNonNull(person);
    }

    Option place() {
        return Objects.requireNonNull(option);
    }
}
