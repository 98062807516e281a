package care.trellis.engine.rulebook;

/** A place was named that is not in the file. */
final class UnknownPath extends RuntimeException {}
