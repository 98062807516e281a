package care.trellis.engine.rulebook;

/** What becomes of a day, a week or a claim. */
public enum Status {
    /** Every rule that is known to apply is met. */
    BILLABLE,
    /** A rule is broken that no paperwork can mend. */
    NOT_BILLABLE,
    /**
     * Something is missing that can still be supplied: a signature, an authorization, a consent.
     */
    HOLD
}
