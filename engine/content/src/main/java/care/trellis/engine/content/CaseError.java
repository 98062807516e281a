package care.trellis.engine.content;

/** A case that cannot be answered; the message names what is unknown or wrong in it. */
public final class CaseError extends RuntimeException {

    /** Names what is unknown or wrong. */
    public CaseError(String message) {
        super(message);
    }
}
