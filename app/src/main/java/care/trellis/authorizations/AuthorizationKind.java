package care.trellis.authorizations;

/** When a payer is asked: before the first day, during the stay, or after the days were given. */
public enum AuthorizationKind {
    INITIAL("Initial"),
    CONCURRENT("Concurrent"),
    RETRO("Retrospective");

    private final String label;

    AuthorizationKind(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
