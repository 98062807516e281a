package care.trellis.engine.rulebook;

/** What follows when a rule is broken. */
public enum Effect {
    /** The day (or, for a rule of the week, every day of it) cannot be billed. */
    NOT_BILLABLE,
    /** The day (or every day of the week) waits until the rule is met. */
    HOLD,
    /**
     * The session is left out of minutes, services and components; the day stands or falls without
     * it.
     */
    SESSION_DOES_NOT_COUNT,
    /** Units above the limit are turned down; the day stays. */
    REJECT_UNITS,
    /** The lines in question are turned down; the day stays. */
    REJECT_LINES,
    /** The payer would return the claim; the days stay billable. */
    CLAIM_RETURNED,
    /** The claim must wait; the days stay billable. */
    CLAIM_HELD,
    /** Told as a violation and nothing else. */
    VIOLATION;

    /** Whether a day falls by it. */
    boolean blocks() {
        return this == NOT_BILLABLE || this == HOLD;
    }
}
