package care.trellis.engine.rulebook;

/** A payer case that cannot be decided; the message names what is unknown or wrong in it. */
final class CaseError extends RuntimeException {

    CaseError(String message) {
        super(message);
    }
}
