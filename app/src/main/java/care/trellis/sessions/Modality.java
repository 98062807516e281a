package care.trellis.sessions;

/** How people meet. */
public enum Modality {
    IN_PERSON("In person"),
    VIDEO("By video");

    private final String label;

    Modality(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
