package care.trellis.billing;

/** Claims by what a biller does with them next. */
public enum ClaimGroup {
    /** Out, and nothing came back yet. */
    SENT("Sent"),
    /** A receiver sent it back before any payer saw it. */
    REJECTED("Rejected"),
    /** The payer paid some of it, or says that the client owes it. */
    PAID("Paid"),
    /** The payer paid nothing of it, or took all of it back. */
    DENIED("Denied");

    private final String label;

    ClaimGroup(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** Where a claim of this status stands. */
    public static ClaimGroup of(ClaimStatus status) {
        return switch (status) {
            case SENT, ACCEPTED -> SENT;
            case REJECTED -> REJECTED;
            case ANSWERED, PAID, PARTLY -> PAID;
            case DENIED, TAKEN_BACK -> DENIED;
        };
    }
}
