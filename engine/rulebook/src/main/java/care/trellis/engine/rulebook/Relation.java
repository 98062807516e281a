package care.trellis.engine.rulebook;

/** How a fact is compared with what a rule asks. The words are those of a rulebook file. */
public enum Relation {
    AT_LEAST("at_least"),
    AT_MOST("at_most"),
    IS("is"),
    ONE_OF("one_of"),
    NONE_OF("none_of");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    /** The key in a rulebook file, {@code at_least} for instance. */
    public String word() {
        return word;
    }
}
