package care.trellis.engine.instruments;

import org.jspecify.annotations.Nullable;

/**
 * One way to a severity; the first that applies says it.
 *
 * @param when applies only when this holds; null applies always
 * @param unless applies only when this is known not to hold
 * @param word the severity, where no score decides
 * @param score the score that decides, by the bands
 */
record SeverityRule(
        @Nullable Condition when,
        @Nullable Condition unless,
        @Nullable String word,
        int score,
        @Nullable Bands bands) {

    boolean applies(Form form) {
        return (when == null || when.on(form) == Truth.YES)
                && (unless == null || unless.on(form) == Truth.NO);
    }

    @Nullable String severity(Form form) {
        if (bands == null) {
            return word;
        }
        var value = form.reported(score);
        return value == null ? null : bands.of(value.doubleValue());
    }
}
