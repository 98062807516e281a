package care.trellis.engine.rulebook;

/**
 * One word of the rulebook vocabulary: a fact that a rule can check.
 *
 * @param name as it stands in a file, its scope in front: {@code day.minutes}
 * @param sums whether it adds up sessions, so that it may still grow while the day or week lasts
 * @param one what it counts, in the singular; for a text or a flag: how evidence names it
 * @param many what it counts, in the plural
 */
record Fact(
        String name, Scope scope, Kind kind, boolean sums, String one, String many, Reader reader) {

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

    /** "1 minute", "2 minutes". */
    String counted(double amount) {
        return Numbers.plain(amount) + " " + (amount == 1 ? one : many);
    }
}
