package care.trellis.notes;

/** Where a contact took place. */
public enum Place {
    OFFICE("In the office"),
    VIDEO("By video"),
    PHONE("By phone"),
    COMMUNITY("In the community");

    private final String label;

    Place(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
