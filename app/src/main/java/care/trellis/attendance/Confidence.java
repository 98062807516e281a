package care.trellis.attendance;

/** Whose word an entry is: an auditor weighs it by that. It follows from the {@link Method}. */
public enum Confidence {
    /** The client said so, with a proof of their own. */
    SELF("self"),
    /** A member of staff saw it. */
    STAFF("staff"),
    /** Nobody saw it. */
    ESTIMATED("estimated"),
    /** The client joined by video and named the code that was spoken there. */
    VIDEO("video");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
