package care.trellis.engine.instruments;

import java.util.Set;

/** What is asked of a number: that it lies between two bounds, or is one of a few. */
sealed interface Test {

    boolean passes(double value);

    record Between(double atLeast, double atMost) implements Test {
        @Override
        public boolean passes(double value) {
            return atLeast <= value && value <= atMost;
        }
    }

    record OneOf(Set<Double> values) implements Test {
        @Override
        public boolean passes(double value) {
            return values.contains(value);
        }
    }
}
