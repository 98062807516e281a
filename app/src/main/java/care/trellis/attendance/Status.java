package care.trellis.attendance;

/** How a client stands to a session. */
public enum Status {
    /** On the roster, nothing is known yet. */
    EXPECTED("Expected"),
    PRESENT("Present"),
    ABSENT("Absent"),
    /** Absent with the program's agreement. */
    EXCUSED("Excused");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
