package care.trellis.receivables;

/** How an act about a denial ended. */
public sealed interface Outcome {

    /** It is done, or was done before. */
    record Done() implements Outcome {}

    /**
     * It is not possible.
     *
     * @param why a sentence for the person who asked
     */
    record Refused(String why) implements Outcome {}
}
