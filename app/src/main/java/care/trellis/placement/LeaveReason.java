package care.trellis.placement;

/** Why somebody is no longer on the waiting list. */
public enum LeaveReason {
    PLACED("Has a place"),
    WITHDREW("No longer wants one"),
    ELSEWHERE("Went to another program"),
    NOT_REACHED("Could not be reached"),
    MISTAKE("Was put here by mistake");

    private final String label;

    LeaveReason(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
