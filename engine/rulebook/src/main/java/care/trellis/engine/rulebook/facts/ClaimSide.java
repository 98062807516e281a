package care.trellis.engine.rulebook.facts;

/**
 * Which of the two claims carries a charge: the program's own, or that of a person who works in it.
 */
public enum ClaimSide {
    FACILITY,
    PROFESSIONAL
}
