package care.trellis.engine.rulebook;

/** Whose rules a rulebook holds. */
public enum RulebookKind {
    /** A payer's: they decide what of a day can be billed. */
    PAYER,
    /** A licensor's or a court's: they are kept or violated, whoever pays. */
    LICENSE
}
