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
    /**
     * The program's unit of the day cannot be billed; the services given may be billed each for
     * itself.
     */
    BILL_SERVICES_INSTEAD,
    /** Units above the limit are turned down; the day stays. */
    REJECT_UNITS,
    /** The charged line is turned down; the day stays. */
    REJECT_LINE,
    /** The payer would return the claim; the days stay billable. */
    CLAIM_RETURNED,
    /** The claim must wait; the days stay billable. */
    CLAIM_HELD,
    /** The week is told as outside of the hours of its level; its days stay. */
    OUTSIDE_LEVEL,
    /** Told as a violation and nothing else. */
    VIOLATION;

    /** Whether a day is lost by it. */
    boolean loses() {
        return this == NOT_BILLABLE || this == BILL_SERVICES_INSTEAD;
    }

    /** Whether a day is lost or held by it. */
    boolean blocks() {
        return loses() || this == HOLD;
    }
}
