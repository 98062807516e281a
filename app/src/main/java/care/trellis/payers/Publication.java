package care.trellis.payers;

/** What became of a wish to publish. */
public sealed interface Publication {

    /** It takes part in every decision from now on. */
    record Published() implements Publication {}

    /**
     * It was not published.
     *
     * @param reason in words, for the one who wished it
     */
    record Refused(String reason) implements Publication {}
}
