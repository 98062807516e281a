package care.trellis.ledger;

/** What becomes of a client's day. */
public enum DayState {
    /** Every rule that is known to apply is met: it can go on a claim. */
    BILLABLE('B', "Billable"),
    /** Something is missing that can still be supplied. */
    HOLD('H', "On hold"),
    /** A rule is broken that no paperwork can mend. */
    NOT_BILLABLE('N', "Not billable"),
    /** It is not over yet. */
    PLANNED('P', "Planned");

    private final char letter;
    private final String label;

    DayState(char letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    /** One letter, as the week keeps it. */
    char letter() {
        return letter;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** The state of a letter; null for a day without a session. */
    static @org.jspecify.annotations.Nullable DayState of(char letter) {
        for (var state : values()) {
            if (state.letter == letter) {
                return state;
            }
        }
        return null;
    }
}
