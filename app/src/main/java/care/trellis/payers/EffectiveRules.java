package care.trellis.payers;

import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.engine.rulebook.OverrideOutcome;
import care.trellis.engine.rulebook.Overrides;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Rulebooks;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules of a contract as they stand on a day: the version of its rule set in force, with its
 * overrides built in. What was built is kept, because every client-day asks for it.
 */
@Component
public class EffectiveRules {

    private static final int KEPT = 500;

    private final Rulebooks library;
    private final Map<Asked, OverrideOutcome> built =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, OverrideOutcome> eldest) {
                    return size() > KEPT;
                }
            };

    private record Asked(
            Rulebook rulebook, List<LocalOverride> overrides, List<LocalOverride> inForce) {}

    EffectiveRules(Rulebooks library) {
        this.library = library;
    }

    /**
     * What the overrides make of the rule set on a day; null for an unknown rule set. The same
     * question gives the same rulebook.
     */
    public @Nullable OverrideOutcome on(
            String ruleSet, List<LocalOverride> overrides, LocalDate day) {
        var rulebook = library.find(ruleSet, day);
        if (rulebook == null) {
            return null;
        }
        if (overrides.isEmpty()) {
            return new OverrideOutcome.Applied(rulebook);
        }
        var inForce = overrides.stream().filter(it -> it.inForceOn(day)).toList();
        var asked = new Asked(rulebook, List.copyOf(overrides), inForce);
        synchronized (built) {
            return built.computeIfAbsent(
                    asked, it -> Overrides.apply(it.rulebook(), it.overrides(), day));
        }
    }

    /** The rulebook on a day; null where the rule set is unknown or an override cannot stand. */
    public @Nullable Rulebook rulebook(
            String ruleSet, List<LocalOverride> overrides, LocalDate day) {
        return on(ruleSet, overrides, day) instanceof OverrideOutcome.Applied(var rulebook)
                ? rulebook
                : null;
    }
}
