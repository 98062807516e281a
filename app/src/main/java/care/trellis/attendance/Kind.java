package care.trellis.attendance;

/** What sort of event it is. */
public enum Kind {
    CHECK_IN("Came"),
    CHECK_OUT("Left"),
    ABSENCE("Did not come"),
    /** The record was put right, with a reason. */
    CORRECTION("Corrected");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
