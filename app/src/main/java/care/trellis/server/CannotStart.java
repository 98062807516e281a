package care.trellis.server;

/**
 * An expected reason not to go on, said in one sentence that names the fix. It is printed without a
 * stack trace, and the program ends with exit code 1.
 */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The sentence is all that the person at the terminal sees. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /** Keeps the cause for a debugger; only the sentence is printed. */
    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
