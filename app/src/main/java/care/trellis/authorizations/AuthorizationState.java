package care.trellis.authorizations;

/** Where a request to a payer stands. */
public enum AuthorizationState {
    REQUESTED("Requested"),
    APPROVED("Approved"),
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
}
