package care.trellis.notes;

/** Why a client's line cannot be signed yet: a stable code, and what to do in words. */
public enum Blocker {
    NOT_CHECKED_IN("Mark as here or absent on the board"),
    STILL_HERE("Wait for the end of the group, or check out"),
    SHARED_PART_EMPTY("Say once, above, what the group did"),
    LINE_EMPTY("Write what this client did and said"),
    NO_GOAL("Choose a goal, or say that none applies"),
    SAME_TEXT("Same words as another client's line"),
    NAMES_ANOTHER("Names another member of the group");

    private final String fix;

    Blocker(String fix) {
        this.fix = fix;
    }

    /** The smallest thing that lifts it. */
    public String fix() {
        return fix;
    }
}
