package care.trellis.base;

/**
 * Asked for something that is not there, or not theirs to see: the answer is the same for both, and
 * says nothing about which.
 */
public final class NotFound extends RuntimeException {

    /** Carries no message about the thing: it might name a person. */
    public NotFound() {
        super("Not found", null, false, false);
    }
}
