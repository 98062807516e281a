package care.trellis.placement;

/** Why somebody waits. */
public enum WaitReason {
    NO_SEAT("No seat free"),
    TIMES("No group at times they can come"),
    LANGUAGE("No group in their language"),
    SPECIAL_GROUP("Waits for a special group"),
    PAYER("Waits for the payer"),
    TRANSPORT("No way to get here"),
    STARTS_LATER("Wants to start later"),
    OTHER("Another reason");

    private final String label;

    WaitReason(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
