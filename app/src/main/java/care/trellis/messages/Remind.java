package care.trellis.messages;

/** When a client wants to be reminded. */
public enum Remind {
    DAY("The day before"),
    SOON("Two hours before"),
    BOTH("Both"),
    NONE("Never");

    private final String label;

    Remind(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** Whether on the day before. */
    public boolean onTheDayBefore() {
        return this == DAY || this == BOTH;
    }

    /** Whether two hours before. */
    public boolean soonBefore() {
        return this == SOON || this == BOTH;
    }
}
