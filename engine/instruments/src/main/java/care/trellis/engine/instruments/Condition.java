package care.trellis.engine.instruments;

import java.util.List;
import java.util.Set;

/** Something that holds, does not hold, or is not known yet for a form that is being scored. */
sealed interface Condition {

    Truth on(Form form);

    /** An answer, by its raw code. */
    record Answer(int item, Test test) implements Condition {
        @Override
        public Truth on(Form form) {
            var code = form.code(item);
            return code == null ? Truth.UNKNOWN : Truth.of(test.passes(code));
        }
    }

    /** No answer was given, known once the form is finished. */
    record Unanswered(int item) implements Condition {
        @Override
        public Truth on(Form form) {
            if (form.code(item) != null) {
                return Truth.NO;
            }
            return form.finished() ? Truth.YES : Truth.UNKNOWN;
        }
    }

    /** An item that had to be answered was not, known once the form is finished. */
    record Incomplete() implements Condition {
        @Override
        public Truth on(Form form) {
            return form.finished() ? Truth.of(!form.missing().isEmpty()) : Truth.UNKNOWN;
        }
    }

    /** A score as it is reported; unknown while it cannot be reported. */
    record OfScore(int score, Test test) implements Condition {
        @Override
        public Truth on(Form form) {
            var value = form.reported(score);
            return value == null ? Truth.UNKNOWN : Truth.of(test.passes(value.doubleValue()));
        }
    }

    /** The severity that was found. */
    record OfSeverity(Set<String> words) implements Condition {
        @Override
        public Truth on(Form form) {
            var severity = form.severity();
            return severity == null ? Truth.UNKNOWN : Truth.of(words.contains(severity));
        }
    }

    /** A word of the context, such as a sex or a substance; upper and lower case are alike. */
    record OfContext(String name, Set<String> words) implements Condition {
        @Override
        public Truth on(Form form) {
            var word = form.word(name);
            return word == null ? Truth.UNKNOWN : Truth.of(words.contains(word));
        }
    }

    /** The context says something about this. */
    record ContextKnown(String name) implements Condition {
        @Override
        public Truth on(Form form) {
            return Truth.of(form.word(name) != null);
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {
        @Override
        public Truth on(Form form) {
            return Truth.all(conditions, condition -> condition.on(form));
        }
    }

    record AnyOf(List<Condition> conditions) implements Condition {
        @Override
        public Truth on(Form form) {
            return Truth.any(conditions, condition -> condition.on(form));
        }
    }
}
