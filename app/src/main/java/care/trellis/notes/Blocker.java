package care.trellis.notes;

/** Why a client's line cannot be signed yet: a stable code, and what to do in words. */
public enum Blocker {
    NOT_CHECKED_IN("Mark as here or absent"),
    STILL_HERE("The group is not over"),
    SHARED_PART_EMPTY("Say once what the group did"),
    SHARED_NAMES_CLIENT("The shared part names a client"),
    LINE_EMPTY("Add your own words"),
    NO_GOAL("Choose an objective, or say that none applies"),
    TWO_TEXTS("Two people wrote here: choose the words"),
    SAME_TEXT("Word for word the same as another line"),
    SAME_AS_BEFORE("Word for word the same as an earlier note"),
    NAMES_ANOTHER("Names another member of the group"),
    ANOTHERS_WORDS("Waits for the facilitator who wrote it");

    private final String fix;

    Blocker(String fix) {
        this.fix = fix;
    }

    /** Whether it is lifted once for the whole group, and not line by line. */
    public boolean ofTheGroup() {
        return this == STILL_HERE || this == SHARED_PART_EMPTY || this == SHARED_NAMES_CLIENT;
    }

    /** The smallest thing that lifts it. */
    public String fix() {
        return fix;
    }
}
