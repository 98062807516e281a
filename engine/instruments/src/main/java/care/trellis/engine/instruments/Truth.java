package care.trellis.engine.instruments;

import java.util.List;
import java.util.function.Function;

/** Yes, no, or not known yet because an answer is missing. */
enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /** No as soon as one is no; yes when every one is. */
    static <T> Truth all(List<T> things, Function<T, Truth> judge) {
        var verdict = YES;
        for (var thing : things) {
            var truth = judge.apply(thing);
            if (truth == NO) {
                return NO;
            }
            verdict = truth == UNKNOWN ? UNKNOWN : verdict;
        }
        return verdict;
    }

    /** Yes as soon as one is yes; no when every one is. */
    static <T> Truth any(List<T> things, Function<T, Truth> judge) {
        var verdict = NO;
        for (var thing : things) {
            var truth = judge.apply(thing);
            if (truth == YES) {
                return YES;
            }
            verdict = truth == UNKNOWN ? UNKNOWN : verdict;
        }
        return verdict;
    }
}
