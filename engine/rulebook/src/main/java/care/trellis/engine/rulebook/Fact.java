package care.trellis.engine.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One word of the rulebook vocabulary: a fact that a rule can check.
 *
 * @param name as it stands in a file, its scope in front: {@code day.minutes}
 * @param sums whether it adds up sessions, so that it may still grow while the day or week lasts
 * @param one of a number: what it counts, in the singular; of a text: how evidence names it; of a
 *     flag: what evidence says when it is true
 * @param many of a number: what it counts, in the plural; of a flag: what evidence says when it is
 *     false
 * @param telling evidence in its own words, where counting would read badly
 */
record Fact(
        String name,
        Scope scope,
        Kind kind,
        boolean sums,
        String one,
        String many,
        Reader reader,
        @Nullable Telling telling) {

    /** What a fact can be compared with. */
    enum Kind {
        NUMBER,
        TEXT,
        FLAG
    }

    /** Puts the fact's value into the scene: a range for a number, else a text or a flag. */
    interface Reader {
        void read(Scene scene);
    }

    /** Says in a sentence what was read; asked only when the outcome is known. */
    interface Telling {
        String tell(Scene scene, Outcome outcome);
    }

    /** "1 minute", "2 minutes", "0.5 hours". */
    String counted(double amount) {
        return Numbers.plain(amount) + " " + named(amount);
    }

    /** "minute" of one, "minutes" of any other number. */
    String named(double amount) {
        return amount == 1 ? one : many;
    }
}
