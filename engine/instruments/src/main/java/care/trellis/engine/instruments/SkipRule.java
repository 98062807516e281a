package care.trellis.engine.instruments;

import java.util.List;

/**
 * Items that need no answer: skipped when a condition is known to hold, or unless it is known to
 * hold. A skipped item is not missing and gives no points.
 */
record SkipRule(List<Integer> items, Condition condition, boolean unless) {

    boolean skips(Form form) {
        return (condition.on(form) == Truth.YES) != unless;
    }
}
