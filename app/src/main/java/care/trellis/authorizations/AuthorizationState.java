package care.trellis.authorizations;

/**
 * Where a request to a payer stands. {@code PARTIALLY_APPROVED} is not stored: it is read off what
 * was asked and what was granted.
 */
public enum AuthorizationState {
    REQUESTED("Requested"),
    APPROVED("Approved"),
    PARTIALLY_APPROVED("Partially approved"),
    DENIED("Denied"),
    WITHDRAWN("Withdrawn");

    private final String label;

    AuthorizationState(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** Whether the payer granted something: all that was asked, or less. */
    public boolean granted() {
        return this == APPROVED || this == PARTIALLY_APPROVED;
    }
}
