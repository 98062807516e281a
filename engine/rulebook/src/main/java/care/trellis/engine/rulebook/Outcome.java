package care.trellis.engine.rulebook;

/** How one predicate came out. What is unknown fails nothing. */
public enum Outcome {
    PASS,
    FAIL,
    UNKNOWN
}
