package care.trellis.sessions;

/** How far a change of one dated session of a series reaches. What has begun never changes. */
public enum Scope {
    ONE("Only this one"),
    FOLLOWING("This and all that follow"),
    ALL("All that have not begun");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
