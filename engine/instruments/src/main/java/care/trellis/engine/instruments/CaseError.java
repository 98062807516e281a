package care.trellis.engine.instruments;

/** A scoring case that cannot be scored; the message names what is unknown or wrong in it. */
final class CaseError extends RuntimeException {

    CaseError(String message) {
        super(message);
    }
}
