package care.trellis.messages;

/** How a message goes. */
public enum Way {
    TEXT("Text message"),
    MAIL("E-mail"),
    /** The client wants nothing in writing. */
    NONE("Nothing in writing");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
