package care.trellis.engine.rulebook;

/** How a fact is compared with what a rule asks. The words are those of a rulebook file. */
public enum Relation {
    AT_LEAST("at_least"),
    AT_MOST("at_most"),
    MORE_THAN("more_than"),
    LESS_THAN("less_than"),
    IS("is"),
    ONE_OF("one_of"),
    NONE_OF("none_of");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    /** Whether a number must not be too small. */
    boolean floor() {
        return this == AT_LEAST || this == MORE_THAN;
    }

    /** Whether it compares numbers. */
    boolean numeric() {
        return floor() || this == AT_MOST || this == LESS_THAN;
    }

    /** "at least", "more than". */
    public String words() {
        return word.replace('_', ' ');
    }

    /** Whether the number meets the limit. */
    boolean met(double value, double limit) {
        return switch (this) {
            case AT_LEAST -> value >= limit;
            case MORE_THAN -> value > limit;
            case AT_MOST -> value <= limit;
            case LESS_THAN -> value < limit;
            case IS, ONE_OF, NONE_OF -> throw new IllegalStateException(word + " takes no number");
        };
    }

    /** The key in a rulebook file, {@code at_least} for instance. */
    public String word() {
        return word;
    }
}
