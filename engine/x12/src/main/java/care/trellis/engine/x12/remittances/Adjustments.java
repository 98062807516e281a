package care.trellis.engine.x12.remittances;

import java.util.List;

/** Arithmetic on adjustments. */
final class Adjustments {

    private Adjustments() {}

    static long sum(List<Adjustment> adjustments) {
        return adjustments.stream().mapToLong(Adjustment::cents).sum();
    }
}
