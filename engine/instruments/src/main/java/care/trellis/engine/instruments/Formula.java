package care.trellis.engine.instruments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a number comes out of answers, or out of other scores. */
sealed interface Formula {

    /** The exact value; null where it may not be computed. */
    @Nullable Double of(Form form);

    /** The points of items added up, or their mean. Skipped items give no points. */
    record Points(List<Integer> items, boolean mean, Blanks blanks) implements Formula {

        @Override
        public @Nullable Double of(Form form) {
            int blank = form.blanksAmong(items);
            if (!form.allows(blanks, blank) || blank == items.size()) {
                return null;
            }
            double sum = form.points(items);
            if (blank > 0 && blanks.by() == Blanks.Stand.MEAN) {
                form.prorate();
                sum = sum * items.size() / (items.size() - blank);
            }
            return mean ? sum / items.size() : sum;
        }
    }

    /** How many items are answered with this many points or more. */
    record Count(List<Threshold> thresholds, Blanks blanks) implements Formula {

        /** Items that count from this raw code on. */
        record Threshold(List<Integer> items, int from) {}

        @Override
        public @Nullable Double of(Form form) {
            int blank = 0;
            int count = 0;
            for (var threshold : thresholds) {
                blank += form.blanksAmong(threshold.items());
                for (int item : threshold.items()) {
                    var code = form.code(item);
                    count += code != null && code >= threshold.from() ? 1 : 0;
                }
            }
            return form.allows(blanks, blank) ? (double) count : null;
        }
    }

    /** Other scores, weighted and added up. */
    record Combination(List<Part> parts) implements Formula {

        /** A score that was computed before, and its weight. */
        record Part(int score, double weight) {}

        @Override
        public @Nullable Double of(Form form) {
            double sum = 0;
            for (var part : parts) {
                var value = form.exact(part.score());
                if (value == null) {
                    return null;
                }
                sum += part.weight() * value;
            }
            return sum;
        }
    }
}
